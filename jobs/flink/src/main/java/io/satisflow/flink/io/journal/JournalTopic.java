package io.satisflow.flink.io.journal;

import io.satisflow.flink.io.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic of one partition, outside of all transactions: a line is there as soon as the brokers have it, whatever becomes of
 * the job. It is created when it is missing; lines are kept for two weeks.
 */
public final class JournalTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalTopic.class);
    private static final Duration KEPT = Duration.ofDays(14);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String PATIENCE_MILLIS = "5000";

    private final Properties client = new Properties();
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * @param name such as {@code delivery-journal}
     * @throws IllegalStateException when the brokers cannot be reached or refuse
     */
    public JournalTopic(KafkaConnection kafka, String name) {
        client.putAll(kafka.properties());
        client.remove("transaction.timeout.ms");
        topic = "%s.%s.v1".formatted(kafka.names().prefix(), name);
        ensure();
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("acks", "all");
        properties.put("linger.ms", "0");
        // Who waits for a line would rather go on without it than wait for brokers that are gone.
        properties.put("max.block.ms", PATIENCE_MILLIS);
        properties.put("request.timeout.ms", PATIENCE_MILLIS);
        properties.put("delivery.timeout.ms", PATIENCE_MILLIS);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void ensure() {
        NewTopic wanted = new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of("retention.ms", String.valueOf(KEPT.toMillis())));
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Topic %s could not be created: %s".formatted(topic, e.getCause()), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topic %s was created".formatted(topic), e);
        }
    }

    /** All lines that are there now, the oldest first. */
    public List<byte[]> read() {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("enable.auto.commit", "false");
        List<byte[]> lines = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        lines.add(record.value());
                    }
                }
            }
        }
        return lines;
    }

    /** @return ends when the brokers have it, or cannot take it, which is logged */
    public CompletableFuture<Void> write(String key, byte[] line) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), line), (place, failure) -> {
                if (failure != null) {
                    LOG.warn("Topic {} did not take a line: {}", topic, failure.toString());
                }
                written.complete(null);
            });
        } catch (RuntimeException e) {
            LOG.warn("Topic {} did not take a line: {}", topic, e.toString());
            written.complete(null);
        }
        return written;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
