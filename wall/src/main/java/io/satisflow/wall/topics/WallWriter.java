package io.satisflow.wall.topics;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.TimelineMark;
import io.satisflow.wire.WallLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What people say through the wall, into topics; each word is on the broker when the call returns. */
public final class WallWriter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> SETTINGS = Map.of("message.timestamp.type", "LogAppendTime");
    private static final Map<String, String> COMPACTED =
            Map.of("message.timestamp.type", "LogAppendTime", "cleanup.policy", "compact");

    private final KafkaConnection kafka;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    public WallWriter(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Creates the topics that are missing, each of one partition: few words, in one order.
     *
     * @throws IllegalStateException when the brokers refuse, or do not answer
     */
    public void ensureTopics() {
        List<NewTopic> topics = Stream.of(WallTopic.values())
                .map(topic -> new NewTopic(topic.name(kafka.names()), Optional.of(1), Optional.empty())
                        .configs(topic.isCompacted() ? COMPACTED : SETTINGS))
                .toList();
        try (Admin admin = Admin.create(properties())) {
            for (NewTopic topic : topics) {
                create(admin, topic);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The topics of the wall cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topics of the wall were created", e);
        }
    }

    private static void create(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    public void write(AlertControl control) {
        write(WallTopic.ALERT_CONTROLS, control.getId(), AlertControl.class, control);
    }

    public void write(TimelineMark mark) {
        write(WallTopic.TIMELINE_MARKS, mark.getId(), TimelineMark.class, mark);
    }

    public void removeMark(String id) {
        write(WallTopic.TIMELINE_MARKS, id, TimelineMark.class, null);
    }

    public void write(WallLink link) {
        write(WallTopic.WALL_LINKS, link.getId(), WallLink.class, link);
    }

    public void revokeLink(String id) {
        write(WallTopic.WALL_LINKS, id, WallLink.class, null);
    }

    private <T extends SpecificRecordBase> void write(WallTopic topic, String id, Class<T> type, @Nullable T value) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        String name = topic.name(kafka.names());
        byte[] bytes = value == null ? null : kafka.writing(name, type).encode(value);
        try {
            producer().send(new ProducerRecord<>(name, key, bytes)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Topic %s did not take %s: %s".formatted(name, id, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while %s was written to %s".formatted(id, name), e);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Properties properties = properties();
            properties.put("acks", "all");
            properties.put("max.block.ms", String.valueOf(PATIENCE.toMillis()));
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        SchemaRegistry.removeFrom(properties);
        properties.remove("transaction.timeout.ms");
        return properties;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
