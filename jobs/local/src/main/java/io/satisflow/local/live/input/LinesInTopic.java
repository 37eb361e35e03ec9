package io.satisflow.local.live.input;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds the last line of a file in the partition that takes its lines. It looks from the end backwards, in steps that
 * grow, since hours of the clock's marks may stand behind it.
 */
final class LinesInTopic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_STEP = 1_000;
    private static final long LARGEST_STEP = 256_000;

    private final Map<String, String> kafkaProperties;

    LinesInTopic(Map<String, String> kafkaProperties) {
        this.kafkaProperties = kafkaProperties;
    }

    Optional<FileLine> last(TopicPartition partition, String file) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            Optional<FileLine> last = Optional.empty();
            for (long step = FIRST_STEP; last.isEmpty() && end > begin; step = Math.min(4 * step, LARGEST_STEP)) {
                long from = Math.max(begin, end - step);
                last = lastBetween(consumer, partition, from, end, file);
                end = from;
            }
            return last;
        }
    }

    private static Optional<FileLine> lastBetween(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end, String file) {
        Optional<FileLine> last = Optional.empty();
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Optional<LinePlace> place =
                        LinePlace.of(record).filter(found -> found.file().equals(file));
                if (place.isPresent() && record.offset() < end) {
                    last = place.map(found -> new FileLine(found.start(), found.end(), record.value()));
                }
            }
        }
        return last;
    }

    /** Uncommitted records are read too: another's open transaction must not hide lines of ours behind it. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(kafkaProperties);
        properties.remove("transaction.timeout.ms");
        properties.put("isolation.level", "read_uncommitted");
        properties.put("enable.auto.commit", "false");
        return properties;
    }
}
