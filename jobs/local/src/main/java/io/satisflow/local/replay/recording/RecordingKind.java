package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a file is, by its name and by how it begins. */
enum RecordingKind {
    TABLE,
    SPREADSHEET,
    JSON,
    JSON_LINES;

    private static final JsonFactory FACTORY = new JsonFactory();

    static RecordingKind of(TextFile file) throws IOException {
        byte[] raw = file.rawStart();
        if (startsWith(raw, 'P', 'K', 3, 4)) {
            return SPREADSHEET;
        }
        if (startsWith(raw, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new ReplayException(
                    "%s is a spreadsheet of the old kind (.xls); save it as .xlsx or .csv".formatted(file.path()));
        }
        String name = file.name();
        String start = new String(file.start(), StandardCharsets.UTF_8).strip();
        boolean isJson = start.startsWith("{") || start.startsWith("[");
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return isJson && !beginsWithWholeLine(start) ? JSON : JSON_LINES;
        }
        if (name.endsWith(".json") || (isJson && !name.endsWith(".csv") && !name.endsWith(".tsv"))) {
            if (!isJson) {
                throw new ReplayException(
                        "%s holds no JSON: neither { nor [ stands at its beginning".formatted(file.path()));
            }
            return JSON;
        }
        if (start.startsWith("<")) {
            throw new ReplayException(
                    "%s is a web page or XML, whatever its name: some tools export their tables so; open it with a spreadsheet program and save it as .xlsx or .csv"
                            .formatted(file.path()));
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
            return TABLE;
        }
        throw new ReplayException(
                "%s is none of .csv, .tsv, .txt (a table with a header), .xlsx, .jsonl (one JSON object a line) and .json; name it as what it is"
                        .formatted(file.path()));
    }

    /** Whether the first line is a value by itself, or broken, and not the beginning of one that goes on below. */
    private static boolean beginsWithWholeLine(String start) {
        int end = start.indexOf('\n');
        if (end < 0) {
            return true;
        }
        try (JsonParser parser = FACTORY.createParser(start.substring(0, end))) {
            parser.nextToken();
            parser.skipChildren();
            return true;
        } catch (IOException e) {
            return !goesOn(start);
        }
    }

    /** Laid out over lines: the first of them opens something, and ends there. */
    private static boolean goesOn(String start) {
        String first = start.substring(0, start.indexOf('\n')).strip();
        return first.endsWith("{") || first.endsWith("[") || first.endsWith(",");
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
