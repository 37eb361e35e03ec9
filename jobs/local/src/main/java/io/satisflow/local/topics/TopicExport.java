package io.satisflow.local.topics;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes a topic as JSON lines, by time, then key. Within a key the order of the topic is kept, which is the one that
 * is the same at any parallelism; between keys the topic has none. A topic of any size is written in bounded memory; of a
 * compacted one, the last record of each key is held.
 */
public final class TopicExport {
    private static final long MEMORY = 64L << 20;

    private final CommittedRecords records;
    private final TopicNames names;
    private final Path folder;

    /** @param folder where {@code <topic>.jsonl} is written */
    public TopicExport(CommittedRecords records, TopicNames names, Path folder) {
        this.records = records;
        this.names = names;
        this.folder = folder;
    }

    /**
     * @param time by which lines are ordered; never falls within a key
     * @param each sees every record on its way
     */
    public <T extends SpecificRecordBase> void export(
            Topic topic, Class<T> type, Function<T, @Nullable Instant> time, Consumer<T> each) {
        Path file = folder.resolve(topic.shortName() + ".jsonl");
        try {
            Files.createDirectories(folder);
            try (SortedLines lines = new SortedLines(folder, MEMORY)) {
                read(topic, type, (key, record) -> {
                    each.accept(record);
                    Instant instant = time.apply(record);
                    add(lines, instant == null ? Instant.MIN : instant, key, WireJson.line(record));
                });
                write(file, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The topic cannot be written to " + file, e);
        }
    }

    private interface Record<T> {
        void take(String key, T record);
    }

    private <T extends SpecificRecordBase> void read(Topic topic, Class<T> type, Record<T> each) {
        if (!topic.isCompacted()) {
            records.forEach(names.of(topic), type, each::take);
            return;
        }
        // Only the last record of a key is sure to be there, whenever the broker cleans up.
        Map<String, T> lasts = new TreeMap<>();
        records.forEach(names.of(topic), type, lasts::put);
        lasts.forEach(each::take);
    }

    private static void add(SortedLines lines, Instant time, String key, String line) {
        try {
            lines.add(time, key, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a crash in between leaves no half file under the name. */
    private static void write(Path file, SortedLines lines) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter writer = Files.newBufferedWriter(part)) {
            lines.writeTo(line -> {
                writer.write(line);
                writer.write('\n');
            });
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
