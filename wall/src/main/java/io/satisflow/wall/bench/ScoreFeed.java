package io.satisflow.wall.bench;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the engine would write: one score that changes, and its time. */
final class ScoreFeed implements AutoCloseable {
    static final String WINDOW = "24h";
    static final String METRIC = "csat";

    private static final int PARTITIONS = 2;
    private static final long ANSWERS = 400;
    private static final byte[] KEY = "(all)/24h".getBytes(StandardCharsets.UTF_8);

    private final WireFormat<SatisfactionRow> format = new WireFormat<>(SatisfactionRow.class);
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    ScoreFeed(KafkaConnection kafka) {
        new TopicAdmin(kafka).ensure(List.of(Topic.values()), List.of(), PARTITIONS);
        topic = kafka.names().of(Topic.SATISFACTION_NOW);
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The engine's time in every partition, as its marks tell it. */
    void mark(Instant time) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(new Mark("engine", time.toEpochMilli(), false).toRecord(topic, partition));
        }
    }

    void write(Instant to, double value) {
        SatisfactionRow row = SatisfactionRow.newBuilder()
                .setSegment(Map.of())
                .setWindow(WINDOW)
                .setFrom(to.minus(Duration.ofHours(24)))
                .setTo(to)
                .setAsOf(to)
                .setMetrics(Map.of(
                        METRIC,
                        new Metric(
                                value, ANSWERS, value - 4, value + 4, value - 1, null, null, 80.0, null, "shown", 0L,
                                null, null, null, null, null)))
                .build();
        producer.send(new ProducerRecord<>(topic, KEY, format.encode(row)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
