package io.satisflow.local.letters;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.wire.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Single records of the raw topics. */
public final class RawRecords implements AutoCloseable {
    static final Duration POLL = Duration.ofMillis(200);
    private static final int TRIES = 50;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    public RawRecords(KafkaConnection kafka) {
        consumer = consumer(kafka);
        Properties properties = properties(kafka);
        properties.put("enable.idempotence", "true");
        properties.put("acks", "all");
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static KafkaConsumer<byte[], byte[]> consumer(KafkaConnection kafka) {
        Properties properties = properties(kafka);
        properties.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties(KafkaConnection kafka) {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.remove("transaction.timeout.ms");
        return properties;
    }

    /** The bytes that were refused; empty when the broker has dropped them by now, or there never was a raw record. */
    public Optional<byte[]> payload(DeadLetter letter) {
        if (letter.getOffset() < 0) {
            return Optional.empty();
        }
        TopicPartition partition = new TopicPartition(letter.getTopic(), letter.getPartition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, letter.getOffset());
        for (int i = 0; i < TRIES; i++) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() == letter.getOffset() ? Optional.ofNullable(record.value()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Sends it once more, into the partition it came from; returns when the broker has it. */
    public void sendAgain(RefusedRecord refused, byte[] payload) {
        DeadLetter letter = refused.letter();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(letter.getTopic(), letter.getPartition(), null, null, payload);
        record.headers()
                .add(new RecordHeader(
                        RefusedRecords.RETRY_HEADER, refused.place().getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending " + refused.place(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The broker has not taken %s: %s".formatted(refused.place(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
