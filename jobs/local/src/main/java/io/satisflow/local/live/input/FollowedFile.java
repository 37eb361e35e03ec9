package io.satisflow.local.live.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as {@code tail -F} sees it: it may appear later, grow, be truncated, be renamed and replaced by a new one.
 * Every line is given once. The file is told by its text, not by its name alone: it goes on behind the last line that
 * was given wherever that line still stands in its place, be it in a rotated file beside it.
 */
final class FollowedFile implements Closeable {
    private final Path path;
    private final Optional<FileLine> lastOfEarlierRun;
    private final Runnable placeLost;
    private final Deque<Path> toRead = new ArrayDeque<>();
    private boolean begun;
    private boolean atEnd;
    private @Nullable OpenFile file;

    /**
     * @param last the last line that an earlier run has read
     * @param placeLost is told when that line stands nowhere any more
     */
    FollowedFile(Path path, Optional<FileLine> last, Runnable placeLost) {
        this.path = path;
        this.lastOfEarlierRun = last;
        this.placeLost = placeLost;
    }

    /** The lines that have become complete since; none when nothing has happened. */
    List<FileLine> poll() throws IOException {
        if (file == null && !openNext()) {
            atEnd = true;
            return List.of();
        }
        OpenFile current = Objects.requireNonNull(file);
        List<FileLine> lines = current.poll();
        boolean leftBehind = isLeftBehind(current);
        atEnd = !leftBehind && !current.mayHoldMore(lines);
        if (!lines.isEmpty() || !leftBehind) {
            return lines;
        }
        // Whoever still had the old file open has had the time of a poll to write its last line.
        List<FileLine> rest = current.rest().stream().toList();
        current.close();
        file = null;
        return rest;
    }

    /** Whether the last look came to the end of all that was there. */
    boolean isAtEnd() {
        return atEnd;
    }

    private boolean isLeftBehind(OpenFile current) throws IOException {
        return !toRead.isEmpty() || (Files.exists(path) && current.isReplacedAt(path));
    }

    private boolean openNext() throws IOException {
        if (!begun) {
            return begin();
        }
        Path next = toRead.isEmpty() ? path : toRead.removeFirst();
        if (!Files.exists(next)) {
            return false;
        }
        file = OpenFile.open(next);
        return true;
    }

    private boolean begin() throws IOException {
        if (lastOfEarlierRun.isPresent()) {
            resume(lastOfEarlierRun.get());
        } else if (Files.exists(path)) {
            file = OpenFile.open(path);
        }
        begun = file != null;
        return begun;
    }

    /** Finds the last line again: here, or in a file that was rotated away, after which the later ones are read. */
    private void resume(FileLine last) throws IOException {
        List<Path> candidates = new ArrayList<>(RotatedFiles.of(path));
        if (Files.exists(path)) {
            candidates.add(path);
        }
        for (int i = candidates.size() - 1; i >= 0; i--) {
            OpenFile candidate = OpenFile.open(candidates.get(i));
            if (candidate.holds(last)) {
                candidate.continueAfter(last);
                file = candidate;
                toRead.addAll(candidates.subList(i + 1, candidates.size()));
                return;
            }
            candidate.close();
        }
        if (Files.exists(path)) {
            placeLost.run();
            file = OpenFile.open(path);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
