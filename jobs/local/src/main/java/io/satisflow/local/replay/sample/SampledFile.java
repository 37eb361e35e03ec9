package io.satisflow.local.replay.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.satisflow.channel.draft.HeaderRows;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.local.replay.recording.RecordedRow;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.local.replay.recording.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The first records of a file, read without a mapping.
 *
 * @param format as the file shows it, or as it was said
 * @param headers how many of the records are none: lines below the header that name the columns once more
 */
public record SampledFile(FileFormat format, List<JsonNode> records, int headers) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_LOOKED_AT = 200_000;
    private static final String NO_MORE = "enough";

    /** @param said of its format; what is not said is looked for */
    public static SampledFile of(Path file, FileFormat said) throws IOException {
        FileFormat format = FoundFormat.of(file, said);
        Optional<JsonNode> object = jsonObject(new TextFile(file, format));
        if (object.isPresent()) {
            return new SampledFile(format, SampledPage.records(object.get()), 0);
        }
        List<JsonNode> records = records(file, format);
        if (format.headerRows() == 1 && HeaderRows.isLowerHeader(records)) {
            FileFormat twoLines = FoundFormat.withHeaderRows(format, 2);
            return new SampledFile(twoLines, records(file, twoLines), 0);
        }
        return new SampledFile(format, records, HeaderRows.count(records));
    }

    /** The records behind these, as many as can be looked at in some seconds; none where these are all. */
    public void forEachFurther(Path file, Consumer<JsonNode> look) throws IOException {
        if (records.size() < MOST_RECORDS) {
            return;
        }
        long[] rows = {0};
        try {
            Recording.of(file, Optional.empty(), format).forEach(row -> {
                rows[0]++;
                if (rows[0] > MOST_LOOKED_AT) {
                    throw new IOException(NO_MORE);
                }
                if (rows[0] > MOST_RECORDS) {
                    parsed(row).ifPresent(look);
                }
            });
        } catch (IOException e) {
            if (!NO_MORE.equals(e.getMessage())) {
                throw e;
            }
        }
    }

    private static List<JsonNode> records(Path file, FileFormat format) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try {
            Recording.of(file, Optional.empty(), format).forEach(row -> add(row, records));
        } catch (IOException e) {
            if (!NO_MORE.equals(e.getMessage())) {
                throw e;
            }
        }
        return records;
    }

    private static void add(RecordedRow row, List<JsonNode> records) throws IOException {
        if (records.size() >= MOST_RECORDS) {
            throw new IOException(NO_MORE);
        }
        parsed(row).ifPresent(records::add);
    }

    /** A draft needs some records, not all of them; what is wrong with one is for a replay to say. */
    private static Optional<JsonNode> parsed(RecordedRow row) throws IOException {
        try {
            return row.fault() == null ? Optional.of(MAPPER.readTree(row.payload())) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The one value of a file, laid out or not; empty where it holds a list, a line for each record, or no JSON. */
    private static Optional<JsonNode> jsonObject(TextFile file) throws IOException {
        if (!file.name().endsWith(".json")) {
            return Optional.empty();
        }
        try (InputStream in = file.open();
                JsonParser parser = MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonNode object = parser.readValueAsTree();
            return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
