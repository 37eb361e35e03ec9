package io.satisflow.local.topics;

import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the committed records of a topic, from its beginning to what its end is now. */
public final class CommittedRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, String> kafkaProperties;

    public CommittedRecords(Map<String, String> kafkaProperties) {
        this.kafkaProperties = kafkaProperties;
    }

    /** @param each takes the key and the record; records of one key come in their order */
    public <T extends SpecificRecordBase> void forEach(String topic, Class<T> type, BiConsumer<String, T> each) {
        WireFormat<T> format = WireFormat.reading(type, kafkaProperties);
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(kafkaProperties)) {
            List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, List.of(topic));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null && !Mark.isClaimedBy(record)) {
                        String key = new String(record.key(), StandardCharsets.UTF_8);
                        each.accept(key, format.decode(record.value()));
                    }
                }
            }
        }
    }
}
