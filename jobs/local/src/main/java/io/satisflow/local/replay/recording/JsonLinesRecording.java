package io.satisflow.local.replay.recording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

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

    private static final int RECORD_SEPARATOR = 0x1e;

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
        byte[] payload = withoutSeparators(line.toByteArray());
        line.reset();
        if (!isBlank(payload)) {
            reader.read(new RecordedRow(row, payload));
        }
    }

    /** The sign before each record of a JSON text sequence, and the comma behind objects that were listed line by line. */
    private static byte[] withoutSeparators(byte[] line) {
        int from = line.length > 0 && line[0] == RECORD_SEPARATOR ? 1 : 0;
        int to = line.length;
        while (to > from && line[to - 1] <= ' ' && line[to - 1] >= 0) {
            to--;
        }
        boolean isListed = to - from > 2 && line[to - 1] == ',' && line[to - 2] == '}';
        return from == 0 && !isListed ? line : Arrays.copyOfRange(line, from, isListed ? to - 1 : line.length);
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
