package io.satisflow.local.topics;

import io.satisflow.flink.io.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches the marks in topics until every writer has put its END into every partition: then the replay is complete,
 * committed, and there to be read.
 */
public final class EndOfReplay implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AwaitedEnds ends = new AwaitedEnds();
    private long records;

    /** @param writersByTopic the jobs that write to each topic */
    public EndOfReplay(Map<String, String> kafkaProperties, Map<String, List<String>> writersByTopic) {
        consumer = Consumers.readCommitted(kafkaProperties);
        for (TopicPartition partition : Consumers.assignFromBeginning(consumer, writersByTopic.keySet())) {
            writersByTopic.getOrDefault(partition.topic(), List.of()).forEach(writer -> ends.await(partition, writer));
        }
    }

    /** Reads on for a while. */
    public void poll(Duration atMost) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            Mark mark = Mark.of(record);
            if (mark == null) {
                records++;
            } else {
                ends.see(new TopicPartition(record.topic(), record.partition()), mark);
            }
        }
    }

    public boolean reached() {
        return ends.reached();
    }

    /** Jobs that have not said anything yet in some partition. */
    public SortedSet<String> silentWriters() {
        return ends.silentWriters();
    }

    /** The event time up to which everything is there; empty before the first marks. */
    public Optional<Instant> readUpTo() {
        return ends.time();
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
