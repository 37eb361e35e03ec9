package io.satisflow.local.topics;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.sort.ExternalSort;
import io.satisflow.local.sort.SortedEntry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
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
     * @param identity of what a record of a compacted topic is about; null where its key says it
     * @param each sees every record on its way, those of one key in their order; of a compacted topic the last of each
     * @return how many there are
     */
    public <T extends SpecificRecordBase> long export(
            Topic topic,
            Class<T> type,
            Function<T, @Nullable Instant> time,
            @Nullable Function<T, String> identity,
            Consumer<T> each)
            throws IOException {
        Files.createDirectories(folder);
        try (ExternalSort lines = new ExternalSort(SortedEntry.BY_TIME_AND_KEY, folder)) {
            Consumer<KeyedRecord<T>> line = record -> add(lines, record, time);
            if (topic.isCompacted()) {
                // Of a compacted topic only the last record of a key is sure to be there, whenever the broker cleans
                // up.
                Map<String, T> last = new TreeMap<>();
                records.forEach(
                        names.of(topic),
                        type,
                        (key, record) ->
                                last.merge(identity == null ? key : identity.apply(record), record, later(time)));
                last.forEach((key, record) -> line.accept(new KeyedRecord<>(key, record)));
                last.values().forEach(each);
            } else {
                records.forEach(names.of(topic), type, (key, record) -> {
                    line.accept(new KeyedRecord<>(key, record));
                    each.accept(record);
                });
            }
            write(topic.shortName() + ".jsonl", lines);
            return lines.size();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Of two records of the same; an earlier release may have written the first of them under another key. */
    private static <T> BinaryOperator<T> later(Function<T, @Nullable Instant> time) {
        return (known, next) -> {
            Instant before = time.apply(known);
            Instant after = time.apply(next);
            return before != null && after != null && after.isBefore(before) ? known : next;
        };
    }

    private record KeyedRecord<T>(String key, T record) {}

    private static <T extends SpecificRecordBase> void add(
            ExternalSort lines, KeyedRecord<T> keyed, Function<T, @Nullable Instant> time) {
        Instant instant = time.apply(keyed.record());
        byte[] line = WireJson.line(keyed.record()).getBytes(StandardCharsets.UTF_8);
        try {
            lines.add(new SortedEntry(
                    instant == null ? Long.MIN_VALUE : instant.toEpochMilli(), keyed.key(), lines.size(), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a crash in between leaves no half file under the name. */
    private void write(String name, ExternalSort lines) throws IOException {
        Path part = folder.resolve(name + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            lines.forEach(line -> {
                out.write(line.data());
                out.write('\n');
            });
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
