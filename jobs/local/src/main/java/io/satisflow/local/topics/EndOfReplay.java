package io.satisflow.local.topics;

import io.satisflow.flink.io.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches the marks in topics until every writer has put its END into every partition: then the replay is complete,
 * committed, and there to be read.
 */
public final class EndOfReplay implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Place, Mark> lastMarks = new HashMap<>();
    private final Set<Place> awaited;
    private long records;

    private record Place(TopicPartition partition, String writer) {}

    /** @param writersByTopic the jobs that write to each topic */
    public EndOfReplay(Map<String, String> kafkaProperties, Map<String, List<String>> writersByTopic) {
        consumer = Consumers.readCommitted(kafkaProperties);
        List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, writersByTopic.keySet());
        awaited = partitions.stream()
                .flatMap(partition -> writersByTopic.getOrDefault(partition.topic(), List.of()).stream()
                        .map(writer -> new Place(partition, writer)))
                .collect(Collectors.toSet());
    }

    /** Reads on for a while. */
    public void poll(Duration atMost) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            Mark mark = Mark.of(record);
            if (mark == null) {
                records++;
            } else {
                lastMarks.put(new Place(new TopicPartition(record.topic(), record.partition()), mark.writer()), mark);
            }
        }
    }

    public boolean reached() {
        return awaited.stream()
                .allMatch(place ->
                        lastMarks.containsKey(place) && lastMarks.get(place).end());
    }

    /** Jobs that have not said anything yet in some partition. */
    public SortedSet<String> silentWriters() {
        return awaited.stream()
                .filter(place -> !lastMarks.containsKey(place))
                .map(Place::writer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The event time up to which everything is there; empty before the first marks. */
    public Optional<Instant> readUpTo() {
        if (!lastMarks.keySet().containsAll(awaited)) {
            return Optional.empty();
        }
        return lastMarks.values().stream().map(Mark::time).min(Long::compare).map(Instant::ofEpochMilli);
    }

    /** Committed records seen so far, marks left out. */
    public long records() {
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
