package io.satisflow.local.topics;

import io.satisflow.flink.io.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The ends of topics: their last records, and up to which event time each of their writers has come. */
public final class TopicTail {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Marks stand between records, so more is looked at than is wanted. */
    private static final long LEAST_LOOK_BACK = 500;

    private final Map<String, String> kafkaProperties;

    public TopicTail(Map<String, String> kafkaProperties) {
        this.kafkaProperties = kafkaProperties;
    }

    /**
     * What stands at the end of one topic.
     *
     * @param records the last ones, oldest first
     * @param byWriter  the event time that every partition has reached
     */
    public record Tail(List<ConsumerRecord<byte[], byte[]>> records, Map<String, Instant> byWriter) {
        /** The event time that the slowest writer has reached; empty before every partition was marked. */
        public Optional<Instant> writtenUpTo() {
            return byWriter.values().stream().min(Instant::compareTo);
        }
    }

    /**
     * @param wanted how many records at most
     * @throws NoSuchElementException when the brokers have no such topic
     */
    public Tail of(String topic, int wanted) {
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(kafkaProperties)) {
            List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, List.of(topic));
            if (partitions.isEmpty()) {
                throw new NoSuchElementException(topic);
            }
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long lookBack = Math.max(LEAST_LOOK_BACK, 2L * wanted);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(starts.getOrDefault(partition, 0L), end - lookBack)));
            Reading reading = new Reading(wanted);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reading::add);
            }
            return new Tail(List.copyOf(reading.records), reading.times(partitions));
        }
    }

    private static final class Reading {
        private final int wanted;
        private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
        private final Map<String, Map<TopicPartition, Long>> marks = new TreeMap<>();

        Reading(int wanted) {
            this.wanted = wanted;
        }

        void add(ConsumerRecord<byte[], byte[]> record) {
            Mark mark = Mark.of(record);
            if (mark != null) {
                marks.computeIfAbsent(mark.writer(), writer -> new HashMap<>())
                        .merge(new TopicPartition(record.topic(), record.partition()), mark.time(), Math::max);
            } else if (record.value() != null) {
                records.add(record);
                if (records.size() > wanted) {
                    records.remove();
                }
            }
        }

        Map<String, Instant> times(Collection<TopicPartition> partitions) {
            Map<String, Instant> times = new TreeMap<>();
            marks.forEach((writer, byPartition) -> {
                if (byPartition.keySet().containsAll(partitions)) {
                    long slowest = byPartition.values().stream()
                            .mapToLong(Long::longValue)
                            .min()
                            .orElseThrow();
                    times.put(writer, Instant.ofEpochMilli(slowest));
                }
            });
            return times;
        }
    }
}
