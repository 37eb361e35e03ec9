package io.satisflow.local.topics;

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
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes a topic as JSON lines, by time, then key. Within a key the order of the topic is kept, which is the one that
 * is the same at any parallelism; between keys the topic has none.
 */
public final class TopicExport {
    private final CommittedRecords records;
    private final Path folder;

    /** @param folder where {@code <topic>.jsonl} is written */
    public TopicExport(CommittedRecords records, Path folder) {
        this.records = records;
        this.folder = folder;
    }

    private record Line(Instant time, String key, String json) {
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::time).thenComparing(Line::key);
    }

    /**
     * @param name of the file, without its ending
     * @param time by which lines are ordered; never falls within a key
     * @param each sees every record on its way
     */
    public <T extends SpecificRecordBase> void export(
            String topic, String name, Class<T> type, Function<T, @Nullable Instant> time, Consumer<T> each) {
        List<Line> lines = new ArrayList<>();
        records.forEach(topic, type, (key, record) -> {
            Instant instant = time.apply(record);
            lines.add(new Line(instant == null ? Instant.MIN : instant, key, WireJson.line(record)));
            each.accept(record);
        });
        // A stable sort: lines of one key and time stay in the order of the topic.
        lines.sort(Line.ORDER);
        write(name + ".jsonl", lines);
    }

    /** Whole or not at all: a crash in between leaves no half file under the name. */
    private void write(String name, List<Line> lines) {
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (BufferedWriter writer = Files.newBufferedWriter(part)) {
                for (Line line : lines) {
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
