package io.satisflow.local.replay.feed;

import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan into the raw topic. Each partition holds a prefix of what the plan has for it, so after a crash the
 * number of records that are there says what comes next: none is left out and none written twice.
 */
public final class RawFeeder {
    private static final String LARGEST_REQUEST = String.valueOf(16 << 20);
    private static final long END_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<String, String> kafkaProperties;
    private final String topic;
    private final AtomicLong rowsFed = new AtomicLong();
    private volatile long endSaidNanos;

    public RawFeeder(Map<String, String> kafkaProperties, String topic) {
        this.kafkaProperties = kafkaProperties;
        this.topic = topic;
    }

    /** Rows that are in the topic, for progress. */
    public long rowsFed() {
        return rowsFed.get();
    }

    /** Whether there is anything in the topic. */
    public boolean hasBegun(int partitions) {
        return LongStream.of(partitionSizes(partitions)).anyMatch(size -> size > 0);
    }

    /** Feeds until the end of the plan, and waits until the broker has all of it. */
    public void feed(FeedPlan plan, Pace pace) throws IOException {
        long[] missing = partitionSizes(plan.partitions());
        try (Sending sending = new Sending(missing)) {
            plan.forEach((item, time) -> sending.send(item, time, pace));
        }
        endSaidNanos = System.nanoTime();
    }

    /** Says END again now and then, as jobs do: one that was restored behind it would wait for it for ever. */
    public void repeatEnd(FeedPlan plan) throws IOException {
        boolean isDue = endSaidNanos != 0 && System.nanoTime() - endSaidNanos > END_AGAIN_NANOS;
        if (isDue) {
            try (Sending sending = new Sending(new long[plan.partitions()])) {
                sending.sendMark(plan.endMark());
            }
            endSaidNanos = System.nanoTime();
        }
    }

    private long[] partitionSizes(int partitions) {
        Properties properties = properties();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            return all.stream().mapToLong(ends::get).toArray();
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(kafkaProperties);
        properties.remove("transaction.timeout.ms");
        return properties;
    }

    private final class Sending implements AutoCloseable {
        private final KafkaProducer<byte[], byte[]> producer;
        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        private final long[] alreadyThere;

        Sending(long[] alreadyThere) {
            this.alreadyThere = alreadyThere;
            Properties properties = properties();
            properties.put("enable.idempotence", "true");
            properties.put("max.request.size", LARGEST_REQUEST);
            properties.put("linger.ms", "5");
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }

        void send(FeedItem item, @Nullable Instant time, Pace pace) throws IOException {
            if (item instanceof FeedItem.Row row) {
                sendRow(row.row(), time, pace);
            } else if (item instanceof FeedItem.Time marked) {
                sendMark(marked.mark());
            }
        }

        private void sendRow(PlannedRow row, @Nullable Instant time, Pace pace) throws IOException {
            if (isMissing(row.partition())) {
                await(time, pace);
                send(record(row));
            }
            rowsFed.incrementAndGet();
        }

        private void sendMark(Mark mark) throws IOException {
            for (int partition = 0; partition < alreadyThere.length; partition++) {
                // The END is written again, since jobs that were restored behind it need to be told.
                if (isMissing(partition) || mark.end()) {
                    send(mark.toRecord(topic, partition));
                }
            }
        }

        private boolean isMissing(int partition) {
            if (alreadyThere[partition] > 0) {
                alreadyThere[partition]--;
                return false;
            }
            return true;
        }

        private void send(ProducerRecord<byte[], byte[]> record) throws IOException {
            producer.send(record, (metadata, error) -> failure.compareAndSet(null, error));
            requireNoFailure();
        }

        private static void await(@Nullable Instant time, Pace pace) throws IOException {
            try {
                pace.awaitRow(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while feeding", e);
            }
        }

        private ProducerRecord<byte[], byte[]> record(PlannedRow row) {
            byte[] digits = String.valueOf(row.row().row()).getBytes(StandardCharsets.US_ASCII);
            List<Header> headers = new ArrayList<>(List.of(new RecordHeader(RawRecord.ROW_HEADER, digits)));
            String fault = row.row().fault();
            if (fault != null) {
                headers.add(new RecordHeader(RawRecord.FAULT_HEADER, fault.getBytes(StandardCharsets.UTF_8)));
            }
            return new ProducerRecord<>(
                    topic, row.partition(), null, null, row.row().payload(), headers);
        }

        private void requireNoFailure() throws IOException {
            Exception error = failure.get();
            if (error != null) {
                throw new IOException(
                        "The broker refused a row for topic %s: %s".formatted(topic, error.getMessage()), error);
            }
        }

        @Override
        public void close() throws IOException {
            producer.flush();
            producer.close();
            requireNoFailure();
        }
    }
}
