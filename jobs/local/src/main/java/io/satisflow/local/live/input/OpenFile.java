package io.satisflow.local.live.input;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being read line by line while others append to it. It stays open when it is renamed or deleted, and
 * knows by the last line it gave whether what it reads is still the same text.
 */
final class OpenFile implements Closeable {
    /** Longer lines are cut: intake refuses far shorter ones, and the broker takes no more than 16 MB. */
    static final int LONGEST_LINE = 15 << 20;

    private static final int MOST_LINES_AT_ONCE = 10_000;

    private final FileChannel channel;
    private final @Nullable Object key;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long lineStart;
    private long position;
    private @Nullable FileLine last;

    private OpenFile(FileChannel channel, @Nullable Object key) {
        this.channel = channel;
        this.key = key;
    }

    static OpenFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new OpenFile(channel, keyOf(path));
    }

    /** What stays with a file through renaming; null where the file system has no such thing. */
    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Whether another file stands at the path now. */
    boolean isReplacedAt(Path path) throws IOException {
        Object there = keyOf(path);
        return there != null && !there.equals(key);
    }

    /** Whether the line stands in this file where it stood when it was read. */
    boolean holds(FileLine known) throws IOException {
        if (known.end() > channel.size()) {
            return false;
        }
        ByteBuffer there = ByteBuffer.allocate(known.bytes().length);
        while (there.hasRemaining() && channel.read(there, known.start() + there.position()) >= 0) {
            // Reads until all of it is there.
        }
        return !there.hasRemaining() && Arrays.equals(there.array(), known.bytes());
    }

    /** Goes on behind a line that was read before. */
    void continueAfter(FileLine known) {
        last = known;
        startLineAt(known.end());
    }

    /** Lines that are complete by now, some of them if there are many; none when nothing new is there. */
    List<FileLine> poll() throws IOException {
        if (isRewritten()) {
            last = null;
            startLineAt(0);
        }
        List<FileLine> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES_AT_ONCE && channel.read(buffer.clear(), position) > 0) {
            splitBuffer(lines);
        }
        if (!lines.isEmpty()) {
            last = lines.get(lines.size() - 1);
        }
        return lines;
    }

    /** Whether these were all that could be given at once. */
    boolean mayHoldMore(List<FileLine> polled) {
        return polled.size() >= MOST_LINES_AT_ONCE;
    }

    /** What stands behind the last end of line; nobody is going to complete it. */
    Optional<FileLine> rest() {
        return line.size() == 0 ? Optional.empty() : Optional.of(completeLine());
    }

    /** Truncated, and perhaps grown again meanwhile. */
    private boolean isRewritten() throws IOException {
        long size = channel.size();
        return size < position || (size > position && last != null && !holds(last));
    }

    private void splitBuffer(List<FileLine> lines) {
        buffer.flip();
        while (buffer.hasRemaining()) {
            byte next = buffer.get();
            position++;
            if (next == '\n') {
                lines.add(completeLine());
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
    }

    private FileLine completeLine() {
        FileLine complete = new FileLine(lineStart, position, line.toByteArray());
        startLineAt(position);
        return complete;
    }

    private void startLineAt(long start) {
        line.reset();
        lineStart = start;
        position = start;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
