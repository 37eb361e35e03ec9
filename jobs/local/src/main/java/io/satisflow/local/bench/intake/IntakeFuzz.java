package io.satisflow.local.bench.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.local.replay.recording.ReplayException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Mutated payloads and files through every preset: each payload is accepted, ignored or refused with a reason, each file is read
 * or refused as a whole with a sentence. Anything else is a fault of ours, and ends it.
 */
public final class IntakeFuzz {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant STORED = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int ROWS_A_FILE = 20;
    private static final String[] ENDINGS = {".json", ".jsonl", ".csv", ".tsv", ".txt", ".xlsx"};

    private static final List<String> HELP_DESKS =
            List.of("zendesk", "freshdesk", "intercom", "chatwoot", "zammad", "jira", "wecom_kf", "helpdesk");

    private final List<Preset> presets;
    private final Map<String, Long> fates = new TreeMap<>();

    private record Preset(String name, ChannelMapping mapping, JsonNode payload) {}

    private IntakeFuzz(List<Preset> presets) {
        this.presets = presets;
    }

    /**
     * @param samples lines of {@code {"preset": .., "payload": ..}}
     * @param channels folder of the mappings
     */
    public static IntakeFuzz of(Path samples, Path channels) throws IOException {
        List<Preset> presets = new ArrayList<>();
        for (String line : Files.readAllLines(samples)) {
            JsonNode sample = MAPPER.readTree(line);
            String name = sample.get("preset").asText();
            presets.add(new Preset(name, mapping(channels, name), sample.get("payload")));
        }
        for (String name : HELP_DESKS) {
            ChannelMapping mapping = mapping(channels, name);
            for (JsonNode payload : SampleRecords.of(samples.resolveSibling(name))) {
                presets.add(new Preset(name, mapping, payload));
            }
        }
        return new IntakeFuzz(presets);
    }

    private static ChannelMapping mapping(Path channels, String name) {
        return ChannelMappingFile.read(ConfigFile.read(channels.resolve(name + ".yaml")));
    }

    /** How many ended how, by reason. */
    public Map<String, Long> fates() {
        return fates;
    }

    public long presetCount() {
        return presets.stream().map(Preset::name).distinct().count();
    }

    /** @throws IllegalStateException for a payload that takes too long; any other exception is a crash */
    public void payloads(int count, long seed) throws IOException {
        Mutation mutation = new Mutation(seed);
        for (int i = 0; i < count; i++) {
            Preset preset = presets.get(i % presets.size());
            // Half of them stay JSON, so that what lies behind the parser is tried as well.
            byte[] payload = i / presets.size() % 2 == 0
                    ? MAPPER.writeValueAsBytes(mutation.of(preset.payload()))
                    : mutation.of(MAPPER.writeValueAsBytes(preset.payload()));
            long began = cpuNanos();
            count(preset.mapping().map(payload, STORED));
            requireSoon(began, preset.name(), payload);
        }
    }

    public void files(int count, long seed, Path folder) throws IOException {
        Mutation mutation = new Mutation(seed);
        for (int i = 0; i < count; i++) {
            Preset preset = presets.get(i % presets.size());
            byte[] content = file(preset, i, mutation);
            Path file = Files.write(folder.resolve("mutated" + ENDINGS[i % ENDINGS.length]), content);
            long began = cpuNanos();
            try {
                Recording.of(file, Optional.of(preset.mapping()), FileFormat.FOUND)
                        .forEach(row -> {
                            if (row.fault() == null) {
                                count(preset.mapping().map(row.payload(), STORED));
                            } else {
                                fates.merge("unreadable_row", 1L, Long::sum);
                            }
                        });
                fates.merge("(file read)", 1L, Long::sum);
            } catch (ReplayException | IOException e) {
                fates.merge("(file refused)", 1L, Long::sum);
            }
            requireSoon(began, preset.name(), content);
        }
    }

    private static byte[] file(Preset preset, int number, Mutation mutation) throws IOException {
        String ending = ENDINGS[number % ENDINGS.length];
        if (ending.equals(".xlsx")) {
            // A workbook whose parts are harmed, or one that is harmed as a whole.
            return number / ENDINGS.length % 2 == 0
                    ? Workbook.of(preset.payload(), ROWS_A_FILE, mutation::of)
                    : mutation.of(Workbook.of(preset.payload(), ROWS_A_FILE, part -> part));
        }
        return mutation.of(sound(preset, ending));
    }

    private static byte[] sound(Preset preset, String ending) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (ending.equals(".csv") || ending.equals(".tsv") || ending.equals(".txt")) {
            return table(preset.payload(), ending.equals(".tsv") ? "\t" : ",").getBytes(StandardCharsets.UTF_8);
        }
        for (int i = 0; i < ROWS_A_FILE; i++) {
            file.writeBytes(MAPPER.writeValueAsBytes(preset.payload()));
            file.write('\n');
        }
        return file.toByteArray();
    }

    private static String table(JsonNode payload, String delimiter) {
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        payload.properties().forEach(member -> {
            names.add('"' + member.getKey().replace("\"", "\"\"") + '"');
            cells.add('"' + member.getValue().asText().replace("\"", "\"\"") + '"');
        });
        String row = String.join(delimiter, cells) + "\n";
        return String.join(delimiter, names) + "\n" + row.repeat(ROWS_A_FILE);
    }

    private void count(MappedRecord record) {
        String fate = "accepted";
        if (record instanceof MappedRecord.Refused refused) {
            fate = refused.reason().wireName();
        } else if (record instanceof MappedRecord.Ignored) {
            fate = "ignored";
        }
        fates.merge(fate, 1L, Long::sum);
    }

    /** Of this thread: a machine that is busy with other things makes no payload slow. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void requireSoon(long began, String preset, byte[] bytes) {
        if (cpuNanos() - began > LONGEST.toNanos()) {
            throw new IllegalStateException("%s took longer than %s for: %s"
                    .formatted(preset, LONGEST, new String(bytes, StandardCharsets.UTF_8)));
        }
    }
}
