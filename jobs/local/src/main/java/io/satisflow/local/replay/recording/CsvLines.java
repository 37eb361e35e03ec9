package io.satisflow.local.replay.recording;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a table with their ends, some of which may be put back to be read once more. */
final class CsvLines {
    private final Reader reader;
    private final Deque<String> putBack = new ArrayDeque<>();
    private int peeked = -2;

    CsvLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line with the signs that end it; null at the end. */
    @Nullable
    String next() throws IOException {
        if (!putBack.isEmpty()) {
            return putBack.removeFirst();
        }
        StringBuilder line = new StringBuilder();
        for (int c = read(); c >= 0; c = read()) {
            line.append((char) c);
            if (c == '\n' || (c == '\r' && !isFollowedByLineFeed())) {
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    void putBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.addFirst(lines.get(i));
        }
    }

    private int read() throws IOException {
        int c = peeked == -2 ? reader.read() : peeked;
        peeked = -2;
        return c;
    }

    private boolean isFollowedByLineFeed() throws IOException {
        peeked = reader.read();
        return peeked == '\n';
    }
}
