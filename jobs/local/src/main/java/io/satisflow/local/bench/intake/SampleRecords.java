package io.satisflow.local.bench.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first records of a help desk's sample, which is a file of lines or of a list. */
final class SampleRecords {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST = 4;

    private SampleRecords() {}

    /** @param sample its path without the ending */
    static List<JsonNode> of(Path sample) throws IOException {
        Path lines = sample.resolveSibling(sample.getFileName() + ".jsonl");
        Path list = sample.resolveSibling(sample.getFileName() + ".json");
        List<JsonNode> records = new ArrayList<>();
        try (MappingIterator<JsonNode> values =
                MAPPER.readerFor(JsonNode.class).readValues((Files.exists(lines) ? lines : list).toFile())) {
            while (records.size() < MOST && values.hasNext()) {
                JsonNode value = values.next();
                if (value.isArray()) {
                    value.forEach(records::add);
                } else {
                    records.add(value);
                }
            }
        }
        return records;
    }
}
