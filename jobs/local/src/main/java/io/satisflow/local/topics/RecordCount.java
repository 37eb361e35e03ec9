package io.satisflow.local.topics;

import io.satisflow.flink.io.Mark;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How many committed records topics hold. Their offsets do not tell: marks have some, and so has each end of a transaction. So
 * they are read, by their headers alone, as far as patience goes.
 */
public final class RecordCount {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String AT_ONCE = "5000";

    private final Map<String, String> kafkaProperties;
    private final Duration atMost;
    private final long mostRead;

    /**
     * @param atMost for all topics together
     * @param mostRead of all topics together, marks included
     */
    public RecordCount(Map<String, String> kafkaProperties, Duration atMost, long mostRead) {
        this.kafkaProperties = new LinkedHashMap<>(kafkaProperties);
        this.kafkaProperties.put("max.poll.records", AT_ONCE);
        this.atMost = atMost;
        this.mostRead = mostRead;
    }

    /**
     * What one topic holds.
     *
     * @param whole whether all of it was read; there may be more otherwise
     */
    public record Count(long records, boolean whole) {}

    /** All are read at once, so that a long one holds no other up. */
    public Map<String, Count> of(List<String> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(kafkaProperties)) {
            Reading reading = new Reading(consumer, topics);
            reading.read(System.nanoTime() + atMost.toNanos(), mostRead);
            Map<String, Count> counts = new LinkedHashMap<>();
            topics.forEach(topic -> counts.put(topic, reading.count(topic)));
            return counts;
        }
    }

    private static final class Reading {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<TopicPartition, Long> ends;
        private final Map<String, Long> records = new HashMap<>();

        Reading(KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
            this.consumer = consumer;
            this.ends = consumer.endOffsets(Consumers.assignFromBeginning(consumer, topics));
        }

        /** What is written meanwhile is for the next one who asks. */
        void read(long deadline, long most) {
            long read = 0;
            pauseWhatIsRead();
            while (!ends.keySet().stream().allMatch(this::isRead) && read < most && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    read++;
                    add(record);
                }
                pauseWhatIsRead();
            }
        }

        private void add(ConsumerRecord<byte[], byte[]> record) {
            long end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
            if (record.offset() < end && record.value() != null && !Mark.isClaimedBy(record)) {
                records.merge(record.topic(), 1L, Long::sum);
            }
        }

        private void pauseWhatIsRead() {
            consumer.pause(ends.keySet().stream().filter(this::isRead).toList());
        }

        Count count(String topic) {
            boolean whole = ends.keySet().stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .allMatch(this::isRead);
            return new Count(records.getOrDefault(topic, 0L), whole);
        }

        private boolean isRead(TopicPartition partition) {
            return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
        }
    }
}
