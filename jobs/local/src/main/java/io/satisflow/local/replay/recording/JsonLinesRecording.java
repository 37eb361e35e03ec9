package io.satisflow.local.replay.recording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One payload a line, as raw bytes: whatever is wrong with them is for intake to say. Blank lines are passed over. */
record JsonLinesRecording(Path file) implements Recording {

    /**
     * Longer lines are cut here. The broker takes 16 MB a message, and intake refuses far smaller records, so what is
     * cut is refused as too large either way.
     */
    private static final int LONGEST_LINE = 15 << 20;

    @Override
    public void forEach(RowReader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long row = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    pass(row++, line, reader);
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            }
            pass(row, line, reader);
        }
    }

    private static void pass(long row, ByteArrayOutputStream line, RowReader reader) throws IOException {
        byte[] payload = line.toByteArray();
        line.reset();
        if (!isBlank(payload)) {
            reader.read(new RecordedRow(row, payload));
        }
    }

    private static boolean isBlank(byte[] payload) {
        for (byte each : payload) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
