package io.satisflow.flink.io;

import io.satisflow.flink.io.wire.PolicyRecords;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.PolicyTexts;
import io.satisflow.wire.PolicyVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of policies that are applied while jobs run, as those use it who apply them and jobs that start. */
public final class PolicyTopic {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConnection kafka;
    private final String topic;

    public PolicyTopic(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = kafka.names().of(Topic.SLA_POLICIES);
    }

    /** All versions that are there now, each with its place, in the order of partitions and offsets. */
    public List<AppliedPolicies> read() {
        Properties properties = kafka.consumerProperties();
        properties.put("enable.auto.commit", "false");
        properties.remove("partition.discovery.interval.ms");
        WireFormat<PolicyVersion> format = kafka.reading(PolicyVersion.class);
        List<AppliedPolicies> versions = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    version(record, format).ifPresent(versions::add);
                }
            }
        }
        return versions;
    }

    /** What is no version of policies is a dead letter of the job that reads this topic as a stream. */
    private Optional<AppliedPolicies> version(ConsumerRecord<byte[], byte[]> record, WireFormat<PolicyVersion> format) {
        if (record.value() == null || Mark.isClaimedBy(record)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PolicyRecords.toDomain(format.decode(record.value()), record));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a version, and returns when the broker has it.
     *
     * @param id what to call it
     * @param effectiveAt from when it holds, in event time
     * @throws IllegalStateException when the broker refuses
     */
    public void write(String id, Instant effectiveAt, PolicyTexts texts) {
        Properties properties = kafka.clientProperties();
        properties.put("acks", "all");
        WireFormat<PolicyVersion> format = kafka.writing(topic, PolicyVersion.class);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            RecordMetadata written = producer.send(new ProducerRecord<>(
                            topic, key, format.encode(PolicyRecords.toWire(id, effectiveAt, texts))))
                    .get();
            if (!written.hasOffset()) {
                throw new IllegalStateException("Topic %s did not confirm the policies".formatted(topic));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topic %s refused the policies: %s".formatted(topic, e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the policies were written", e);
        }
    }
}
