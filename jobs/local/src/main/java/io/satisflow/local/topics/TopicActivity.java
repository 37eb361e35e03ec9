package io.satisflow.local.topics;

import io.satisflow.flink.io.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Watches what is committed to topics from now on: how many records, and up to what event time. */
public final class TopicActivity implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<TopicPartition, Map<String, Long>> lastMarks = new HashMap<>();

    public TopicActivity(Map<String, String> kafkaProperties, Collection<String> topics) {
        consumer = Consumers.readCommitted(kafkaProperties);
        partitions = Consumers.assignFromBeginning(consumer, topics);
        consumer.seekToEnd(partitions);
        // The end is looked up only when it is needed, which would be after the first records.
        partitions.forEach(consumer::position);
        topics.forEach(topic -> records.put(topic, 0L));
    }

    /** Reads on for a while. */
    public void poll(Duration atMost) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            Mark mark = Mark.of(record);
            if (mark == null) {
                records.merge(record.topic(), 1L, Long::sum);
            } else {
                lastMarks
                        .computeIfAbsent(new TopicPartition(record.topic(), record.partition()), key -> new HashMap<>())
                        .merge(mark.writer(), mark.time(), Math::max);
            }
        }
    }

    /** Committed records of the topic, marks left out. */
    public long records(String topic) {
        return records.getOrDefault(topic, 0L);
    }

    /** The event time up to which the writer has written the topic; empty before it has marked every partition. */
    public Optional<Instant> writtenUpTo(String topic, String writer) {
        long time = Long.MAX_VALUE;
        for (TopicPartition partition : partitions) {
            if (partition.topic().equals(topic)) {
                time = Math.min(
                        time, lastMarks.getOrDefault(partition, Map.of()).getOrDefault(writer, Long.MIN_VALUE));
            }
        }
        return time == Long.MIN_VALUE || time == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(time));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
