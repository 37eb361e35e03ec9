package io.satisflow.local.live.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes on what is piped in. A pipe cannot be read again, so what a killed process had not yet read is gone with it. */
final class StandardInputReader implements InputReader {
    private final BufferedReader lines;
    private final InputTarget target;
    private boolean atEnd;

    StandardInputReader(InputStream in, InputTarget target) {
        // Latin-1 maps each byte to one character and back: whatever is wrong with the bytes is for intake to say.
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        this.target = target;
    }

    /** Waits for a line. */
    @Override
    public int advance() throws IOException {
        @Nullable String line = lines.readLine();
        if (line == null) {
            atEnd = true;
            return 0;
        }
        if (!line.isBlank()) {
            target.write(line.getBytes(StandardCharsets.ISO_8859_1), List.of());
        }
        return 1;
    }

    /** Nobody knows what is in a pipe. */
    @Override
    public boolean hasReadAll() {
        return true;
    }

    @Override
    public boolean isAtEnd() {
        return atEnd;
    }
}
