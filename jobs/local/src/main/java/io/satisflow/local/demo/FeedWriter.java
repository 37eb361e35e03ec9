package io.satisflow.local.demo;

import io.satisflow.flink.io.Mark;
import io.satisflow.local.demo.story.DemoFeed;
import io.satisflow.local.demo.story.voice.FeedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the feed into the raw topics, and with it the time: first the month before as fast as it goes, then at a multiple
 * of life. After a mark nothing follows that occurred at or before it.
 */
final class FeedWriter implements AutoCloseable {
    private static final String WRITER = "demo";
    private static final Duration STEP_OF_PRELOAD = Duration.ofHours(1);
    private static final Duration STEP_OF_LIFE = Duration.ofMillis(250);

    private final DemoFeed feed;
    private final Map<String, String> topicsByChannel;
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile long records;

    /** @param partitions of each raw topic */
    FeedWriter(
            Map<String, String> kafkaProperties, DemoFeed feed, Map<String, String> topicsByChannel, int partitions) {
        this.feed = feed;
        this.topicsByChannel = topicsByChannel;
        this.partitions = partitions;
        Properties properties = new Properties();
        properties.putAll(kafkaProperties);
        properties.remove("transaction.timeout.ms");
        properties.put("linger.ms", "5");
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    long records() {
        return records;
    }

    /** Returns when the broker has everything up to the given time. */
    void preload(Instant from, Instant to) {
        for (Instant time = from.plus(STEP_OF_PRELOAD); !time.isAfter(to); time = time.plus(STEP_OF_PRELOAD)) {
            writeUpTo(time);
        }
        producer.flush();
        requireNoFailure();
    }

    /** Goes on from the given time, so many times faster than life, until so much time of life has passed. */
    void live(Instant from, double speed, Duration life) throws InterruptedException {
        long start = System.nanoTime();
        long passed = 0;
        while (passed < life.toMillis()) {
            Thread.sleep(STEP_OF_LIFE.toMillis());
            passed = Math.min(life.toMillis(), (System.nanoTime() - start) / 1_000_000);
            writeUpTo(from.plusMillis((long) (passed * speed)));
        }
        producer.flush();
        requireNoFailure();
    }

    private void writeUpTo(Instant time) {
        while (!feed.nextAt().isAfter(time)) {
            FeedRecord record = feed.next();
            String topic = topicsByChannel.get(record.channel());
            send(new ProducerRecord<>(topic, record.key().getBytes(StandardCharsets.UTF_8), record.payload()));
            records++;
        }
        Mark mark = new Mark(WRITER, time.toEpochMilli(), false);
        for (String topic : List.copyOf(topicsByChannel.values())) {
            for (int partition = 0; partition < partitions; partition++) {
                send(mark.toRecord(topic, partition));
            }
        }
        requireNoFailure();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (metadata, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
        });
    }

    private void requireNoFailure() {
        Exception error = failure.get();
        if (error != null) {
            throw new IllegalStateException("The broker refused a record: " + error.getMessage(), error);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
