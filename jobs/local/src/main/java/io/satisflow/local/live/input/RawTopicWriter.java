package io.satisflow.local.live.input;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to raw topics, each record once and those of a partition in their order. It never gives a record up: a later
 * one in the topic would say that the file has been read beyond it.
 */
final class RawTopicWriter implements AutoCloseable {
    private static final String LARGEST_REQUEST = String.valueOf(16 << 20);
    private static final String FOR_EVER = String.valueOf(Integer.MAX_VALUE);

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    RawTopicWriter(Map<String, String> kafkaProperties) {
        Properties properties = new Properties();
        properties.putAll(kafkaProperties);
        properties.remove("transaction.timeout.ms");
        properties.put("enable.idempotence", "true");
        properties.put("max.request.size", LARGEST_REQUEST);
        properties.put("delivery.timeout.ms", FOR_EVER);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * @param acknowledged is told when the broker has it
     * @throws LiveException when the broker has refused this record or an earlier one
     */
    void write(ProducerRecord<byte[], byte[]> record, Runnable acknowledged) {
        producer.send(record, (metadata, error) -> {
            if (error == null) {
                acknowledged.run();
            } else {
                failure.compareAndSet(null, error);
            }
        });
        Exception error = failure.get();
        if (error != null) {
            throw new LiveException(
                    "The broker refused a record for topic %s: %s".formatted(record.topic(), error.getMessage()),
                    error);
        }
    }

    /** Returns when the broker has all that was written. */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
