package io.satisflow.local.cli.help;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.channel.CanonicalJson;
import io.satisflow.local.cli.option.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A payload of each preset, and what its mapping makes of it. */
final class PresetPage {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant STORED = Instant.parse("2026-12-31T00:00:00Z");
    private static final String LINES = ".jsonl";

    private PresetPage() {}

    static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Payloads

                Made by `./satisflow reference --presets > docs/preset-records.md`: the mappings of `config/channels` over the payloads of `config/samples`.
                What is empty is left out; `channel test --channel NAME --file F` shows the same of yours.

                | preset | payload | canonical records |
                |---|---|---|
                """);
        for (Map.Entry<String, JsonNode> sample : samples().entrySet()) {
            page.append("| `%s` | %s | %s |%n"
                    .formatted(
                            sample.getKey(),
                            cell(sample.getValue()),
                            records(sample.getKey(), sample.getValue()).stream()
                                    .map(PresetPage::cell)
                                    .collect(Collectors.joining("<br>"))));
        }
        return page.toString();
    }

    private static Map<String, JsonNode> samples() throws IOException {
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Installation.presetSamples())) {
            JsonNode sample = MAPPER.readTree(line);
            samples.put(sample.get("preset").asText(), sample.get("payload"));
        }
        try (Stream<Path> files = Files.list(Installation.presetSamples().resolveSibling(""))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String preset = name.replaceFirst("\\.jsonl?$", "");
                boolean isPreset = Files.isRegularFile(Installation.presets().resolve(preset + ".yaml"));
                if (isPreset && !samples.containsKey(preset)) {
                    samples.put(
                            preset, used(preset, name.endsWith(LINES) ? lines(file) : MAPPER.readTree(file.toFile())));
                }
            }
        }
        return samples;
    }

    private static ArrayNode lines(Path file) throws IOException {
        ArrayNode lines = MAPPER.createArrayNode();
        for (String line : Files.readAllLines(file)) {
            try {
                lines.add(MAPPER.readTree(line));
            } catch (JsonProcessingException e) {
                // Samples hold broken lines, too, to show what becomes of them.
            }
        }
        return lines;
    }

    /** The first payload of which the preset makes something. */
    private static JsonNode used(String preset, JsonNode payloads) {
        for (JsonNode payload : payloads) {
            if (mapped(preset, payload) instanceof Accepted) {
                return payload;
            }
        }
        throw new IllegalStateException("No sample of %s becomes anything".formatted(preset));
    }

    private static MappedRecord mapped(String preset, JsonNode payload) {
        ChannelMapping mapping =
                ChannelMappingFile.read(ConfigFile.read(Installation.presets().resolve(preset + ".yaml")));
        return mapping.map(payload.toString().getBytes(StandardCharsets.UTF_8), STORED);
    }

    private static List<ObjectNode> records(String preset, JsonNode payload) {
        if (!(mapped(preset, payload) instanceof Accepted accepted)) {
            throw new IllegalStateException("The sample of %s becomes nothing".formatted(preset));
        }
        return CanonicalJson.of(accepted).map(PresetPage::withoutEmpty).toList();
    }

    private static ObjectNode withoutEmpty(ObjectNode record) {
        record.properties().removeIf(member -> {
            JsonNode value = member.getValue();
            return value.isNull()
                    || (value.isContainerNode() && value.isEmpty())
                    || (value.isTextual() && value.asText().isEmpty());
        });
        return record;
    }

    /** As code in a cell, where a stroke would end it. */
    private static String cell(JsonNode json) {
        return "`" + json.toString().replace("`", "'").replace("|", "\\|") + "`";
    }
}
