package io.satisflow.local.wall;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the jobs write, written to a real broker by hand: scores, promises, alerts, and the engine's time. */
final class JobsWords implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final String WINDOW = "24h";

    private static final int PARTITIONS = 2;

    private final KafkaConnection kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    JobsWords(KafkaConnection kafka) {
        this.kafka = kafka;
        new TopicAdmin(kafka).ensure(List.of(Topic.values()), List.of(), PARTITIONS);
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The engine's time, as its marks tell it. */
    void time(Instant now) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(new Mark("engine", now.toEpochMilli(), false)
                    .toRecord(kafka.names().of(Topic.SATISFACTION_NOW), partition));
        }
        producer.flush();
    }

    void score(Map<String, String> segment, double csat, long n) {
        write(
                Topic.SATISFACTION_NOW,
                segment + WINDOW,
                SatisfactionRow.class,
                SatisfactionRow.newBuilder()
                        .setSegment(segment)
                        .setWindow(WINDOW)
                        .setFrom(NOON.minus(Duration.ofHours(24)))
                        .setTo(NOON)
                        .setAsOf(NOON)
                        .setMetrics(Map.of(
                                "csat",
                                new Metric(
                                        csat, n, csat - 4, csat + 4, csat, null, null, 80.0, null, "shown", 0L, null,
                                        null, null, null, null)))
                        .build());
    }

    void alert(String id, String state) {
        write(
                Topic.ALERTS,
                id,
                Alert.class,
                Alert.newBuilder()
                        .setId(id)
                        .setRule("score drift")
                        .setKey("(all)/csat/down")
                        .setState(state)
                        .setSince(NOON)
                        .setEndedAt(state.equals("resolved") ? NOON.plusSeconds(600) : null)
                        .setSeverity("warning")
                        .setLabels(Map.of("metric", "csat"))
                        .setAnnotations(Map.of(
                                "metric", "csat", "segment", "(all)", "direction", "down", "from", "81", "to", "66"))
                        .setReason("drift down")
                        .setAsOf(NOON)
                        .build());
    }

    void ticket(String ticket, Map<String, String> details, long offset) {
        write(
                Topic.TICKET_EVENTS,
                ticket,
                TicketEvent.class,
                TicketEvent.newBuilder()
                        .setTicket(ticket)
                        .setId(ticket + ":created")
                        .setChannel("app")
                        .setType("created")
                        .setAt(NOON)
                        .setKnownAt(NOON)
                        .setDetails(details)
                        .setSource(new SourcePosition("raw.app", 0, offset, null))
                        .build());
    }

    void promise(String ticket, String event, Duration target) {
        write(
                Topic.SLA_EVENTS,
                ticket,
                SlaEvent.class,
                SlaEvent.newBuilder()
                        .setTicket(ticket)
                        .setClock("first_reply")
                        .setInstance(1)
                        .setEvent(event)
                        .setAt(NOON)
                        .setAsOf(NOON)
                        .setDue(NOON.plus(target))
                        .setTargetS(target.toSeconds())
                        .setTime("wall")
                        .setConsumedS(0)
                        .setWallS(0)
                        .setPolicy("all")
                        .build());
    }

    private <T extends SpecificRecordBase> void write(Topic topic, String key, Class<T> type, T record) {
        producer.send(new ProducerRecord<>(
                kafka.names().of(topic), key.getBytes(StandardCharsets.UTF_8), new WireFormat<>(type).encode(record)));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
