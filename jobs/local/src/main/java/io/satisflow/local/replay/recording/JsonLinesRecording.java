package io.satisflow.local.replay.recording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One payload a line, as raw bytes: whatever is wrong with them is for intake to say. Blank lines are passed over. Where the
 * lines are pages, each record of a page is a row.
 */
record JsonLinesRecording(TextFile file, JsonPages pages) implements Recording {

    /**
     * Longer lines are cut here. The broker takes 16 MB a message, and intake refuses far smaller records, so what is
     * cut is refused as too large either way.
     */
    private static final int LONGEST_LINE = 15 << 20;

    @Override
    public void forEach(RowReader reader) throws IOException {
        RowReader rows = pages.expanding(reader);
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long row = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    pass(row++, line, rows);
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            }
            pass(row, line, rows);
        }
    }

    private static void pass(long row, ByteArrayOutputStream line, RowReader reader) throws IOException {
        byte[] payload = line.toByteArray();
        line.reset();
        if (!isBlank(payload)) {
            reader.read(new RecordedRow(row, payload));
        }
    }

    static boolean isBlank(byte[] payload) {
        for (byte each : payload) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
