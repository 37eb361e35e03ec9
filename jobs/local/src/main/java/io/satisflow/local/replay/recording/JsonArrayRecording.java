package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A list of JSON objects, as exports write them: each item is a payload, byte by byte as it stands in the file. A list that
 * breaks off cannot be taken up again behind the fault, so it ends the reading.
 */
record JsonArrayRecording(Path file) implements Recording {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void forEach(RowReader reader) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new ReplayException(
                        "%s is not a list of JSON objects; a file of one object a line is to be named .jsonl"
                                .formatted(file));
            }
            long row = 1;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int begin = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getByteOffset();
                reader.read(new RecordedRow(row++, Arrays.copyOfRange(bytes, begin, end)));
            }
        } catch (JsonProcessingException e) {
            throw new ReplayException(
                    "%s:%d:%d: not a list of JSON objects: %s"
                            .formatted(
                                    file,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        }
    }
}
