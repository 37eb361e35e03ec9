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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes a topic as JSON lines, by time, then key. Within a key the order of the topic is kept, which is the one that
 * is the same at any parallelism; between keys the topic has none.
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

    private record Line(Instant time, String key, String json) {
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::time).thenComparing(Line::key);
    }

    /**
     * @param time by which lines are ordered; never falls within a key
     * @param each sees every record on its way
     */
    public <T extends SpecificRecordBase> void export(
            Topic topic, Class<T> type, Function<T, @Nullable Instant> time, Consumer<T> each) {
        Lines<T> lines = topic.isCompacted() ? new LastOfEachKey<>() : new AllLines<>();
        records.forEach(names.of(topic), type, (key, record) -> {
            Instant instant = time.apply(record);
            lines.add(new Line(instant == null ? Instant.MIN : instant, key, WireJson.line(record)), record);
        });
        lines.records().forEach(each);
        // A stable sort: lines of one key and time stay in the order of the topic.
        write(topic.shortName() + ".jsonl", lines.lines().sorted(Line.ORDER));
    }

    /** What of a topic is written. */
    private interface Lines<T> {
        void add(Line line, T record);

        Stream<Line> lines();

        Stream<T> records();
    }

    private static final class AllLines<T> implements Lines<T> {
        private final List<Line> lines = new ArrayList<>();
        private final List<T> records = new ArrayList<>();

        @Override
        public void add(Line line, T record) {
            lines.add(line);
            records.add(record);
        }

        @Override
        public Stream<Line> lines() {
            return lines.stream();
        }

        @Override
        public Stream<T> records() {
            return records.stream();
        }
    }

    /** Of a compacted topic only the last record of a key is sure to be there, whenever the broker cleans up. */
    private static final class LastOfEachKey<T> implements Lines<T> {
        private final Map<String, Line> lines = new TreeMap<>();
        private final Map<String, T> records = new TreeMap<>();

        @Override
        public void add(Line line, T record) {
            lines.put(line.key(), line);
            records.put(line.key(), record);
        }

        @Override
        public Stream<Line> lines() {
            return lines.values().stream();
        }

        @Override
        public Stream<T> records() {
            return records.values().stream();
        }
    }

    /** Whole or not at all: a crash in between leaves no half file under the name. */
    private void write(String name, Stream<Line> lines) {
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (BufferedWriter writer = Files.newBufferedWriter(part)) {
                for (Line line : (Iterable<Line>) lines::iterator) {
                    writer.write(line.json());
                    writer.write('\n');
                }
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The topic cannot be written to " + folder.resolve(name), e);
        }
    }
}
