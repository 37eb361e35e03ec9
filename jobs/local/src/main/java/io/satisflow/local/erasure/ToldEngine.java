package io.satisflow.local.erasure;

import io.satisflow.customer.CustomerErasure;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.flink.io.wire.CustomerErasureRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells the engine whom to forget: at once when it runs, otherwise when it goes on. */
final class ToldEngine {
    private ToldEngine() {}

    /**
     * Returns when the broker has it.
     *
     * @return where it stands: topic, partition, offset
     * @throws ErasureException when the broker refuses
     */
    static String of(KafkaConnection kafka, CustomerErasure erasure) {
        String topic = kafka.names().of(Topic.CUSTOMER_ERASURES);
        new TopicAdmin(kafka).ensure(List.of(Topic.CUSTOMER_ERASURES), List.of(), 1);
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.remove("transaction.timeout.ms");
        properties.put("acks", "all");
        WireFormat<io.satisflow.wire.CustomerErasure> format =
                kafka.writing(topic, io.satisflow.wire.CustomerErasure.class);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = erasure.customerKey().getBytes(StandardCharsets.UTF_8);
            RecordMetadata written = producer.send(
                            new ProducerRecord<>(topic, key, format.encode(CustomerErasureRecords.toWire(erasure))))
                    .get();
            return "%s-%d@%d".formatted(written.topic(), written.partition(), written.offset());
        } catch (ExecutionException e) {
            throw new ErasureException(
                    "Topic %s refused the erasure: %s; the same command goes on".formatted(topic, e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ErasureException("Interrupted while the engine was told", e);
        }
    }
}
