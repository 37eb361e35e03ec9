package io.satisflow.wall.topics;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.wire.WallLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The links that there are now, for whoever lists or revokes them. */
public final class LinkTopic {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConnection kafka;

    public LinkTopic(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /** By id; the topic must exist. */
    public List<WallLink> read() {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        SchemaRegistry.removeFrom(properties);
        properties.remove("transaction.timeout.ms");
        properties.put("enable.auto.commit", "false");
        WireFormat<WallLink> format = kafka.reading(WallLink.class);
        Map<String, WallLink> links = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(WallTopic.WALL_LINKS.name(kafka.names()), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    String id = new String(record.key(), StandardCharsets.UTF_8);
                    if (record.value() == null) {
                        links.remove(id);
                    } else {
                        links.put(id, format.decode(record.value()));
                    }
                }
            }
        }
        return List.copyOf(links.values());
    }
}
