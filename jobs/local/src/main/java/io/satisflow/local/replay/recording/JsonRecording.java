package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * JSON as exports write it: a list of objects, one object after the other, or pages that hold the list somewhere; each record
 * is a payload, byte by byte as it stands in the file. What breaks off cannot be taken up again behind the fault, so it ends
 * the reading.
 */
record JsonRecording(TextFile file, JsonPages pages) implements Recording {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void forEach(RowReader reader) throws IOException {
        Numbering rows = new Numbering(reader);
        RowReader records = pages.expanding(rows);
        byte[] bytes = bytes();
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_ARRAY && !pages.areLookedFor()) {
                    throw new ReplayException(
                            "%s is not a list of JSON objects; a file of one object a line is to be named .jsonl"
                                    .formatted(file.path()));
                }
                if (token != JsonToken.START_ARRAY) {
                    pass(parser, bytes, records);
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    pass(parser, bytes, records);
                }
            }
        } catch (JsonProcessingException e) {
            throw new ReplayException(
                    "%s:%d:%d: not a list of JSON objects: %s; row %d is the last that could be read"
                            .formatted(
                                    file.path(),
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage(),
                                    rows.row),
                    e);
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }

    private static void pass(JsonParser parser, byte[] bytes, RowReader reader) throws IOException {
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        reader.read(new RecordedRow(0, Arrays.copyOfRange(bytes, begin, end)));
    }

    /** Rows are records, however the file wraps them. */
    private static final class Numbering implements RowReader {
        private final RowReader reader;
        private long row;

        Numbering(RowReader reader) {
            this.reader = reader;
        }

        @Override
        public void read(RecordedRow record) throws IOException {
            reader.read(new RecordedRow(++row, record.payload(), record.fault()));
        }
    }
}
