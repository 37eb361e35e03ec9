package io.satisflow.local.cli.text;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of texts. Only a line feed ends a line, with or without a carriage return before it: a carriage
 * return within a text is part of the text, so that there are as many answers as other programs count lines.
 */
final class TextLines {
    private final Reader reader;
    private final StringBuilder line = new StringBuilder();

    /** @param reader buffered */
    TextLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        int symbol = reader.read();
        if (symbol < 0) {
            return null;
        }
        while (symbol >= 0 && symbol != '\n') {
            line.append((char) symbol);
            symbol = reader.read();
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }

    /** Whether the next line has begun to arrive. */
    boolean isReady() throws IOException {
        return reader.ready();
    }
}
