package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.PolicyVersion;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs write to the topics of a live run, by mistake or on purpose. */
class ForeignRecordsTest {
    private static final String PREFIX = "foreign";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final byte[] KEY = {1};
    private static final byte[] NO_RECORD = "hello".getBytes(StandardCharsets.UTF_8);
    private static final byte[] UNKNOWN_SCHEMA =
            ByteBuffer.allocate(12).put(new byte[] {(byte) 0xC3, 1}).putLong(42).array();

    @TempDir
    private Path folder;

    @Test
    void theyAreDeadLettersWithTheirPlaceAndTheClocksGoOn() throws Exception {
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        TopicNames names = new TopicNames(PREFIX);
        Map<String, String> sent = new TreeMap<>();
        try (LiveEngine engine = LiveEngine.start(config, folder.resolve("run"))) {
            try (KafkaProducer<byte[], byte[]> producer = producer(engine)) {
                for (Topic topic :
                        List.of(Topic.FEEDBACK, Topic.TICKET_EVENTS, Topic.SCORED_FEEDBACK, Topic.SLA_POLICIES)) {
                    sent.put(send(producer, names.of(topic), NO_RECORD), "foreign_record");
                    sent.put(send(producer, names.of(topic), UNKNOWN_SCHEMA), "unknown_schema");
                }
                String tickets = names.of(Topic.TICKET_EVENTS);
                sent.put(send(producer, tickets, ofALaterRelease()), "unknown_word");
                sent.put(send(producer, names.of(Topic.SLA_POLICIES), nestedPolicies()), "policy_invalid");
                producer.send(mark("engine", Instant.now(), tickets));
                producer.send(mark("intake", Instant.now().plus(Duration.ofDays(365)), tickets));
                producer.send(cutShort(mark("intake", Instant.now(), tickets)));
                producer.send(mark("clock", Instant.now().plus(Duration.ofDays(365)), "raw.helpdesk"));
            }

            Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            engine.send("raw.helpdesk", 0, LiveSettings.ticketCreated("after", created));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(engine.slaEvents(PREFIX))
                            .anyMatch(event -> event.getTicket().equals("t-after")
                                    && event.getEvent().equals("breach")));
            await().atMost(SOON).untilAsserted(() -> {
                List<DeadLetter> letters = letters(engine);
                assertThat(letters)
                        .filteredOn(letter -> sent.containsKey(place(letter)))
                        .hasSameSizeAs(sent.keySet())
                        .allSatisfy(letter -> assertThat(letter.getReason()).isEqualTo(sent.get(place(letter))));
                assertThat(letters)
                        .filteredOn(letter -> letter.getReason().equals("unknown_schema"))
                        .hasSize(4)
                        .allMatch(letter -> letter.getMessage().contains("upgrade the jobs that read"));
                assertThat(letters)
                        .filteredOn(letter -> letter.getReason().equals("foreign_mark"))
                        .hasSize(3);
                assertThat(letters)
                        .filteredOn(letter -> letter.getTopic().equals("raw.helpdesk"))
                        .hasSize(1);
            });
        }
    }

    /** Where it stands from now on. */
    private static String send(KafkaProducer<byte[], byte[]> producer, String topic, byte[] value) throws Exception {
        RecordMetadata written =
                producer.send(new ProducerRecord<>(topic, 0, KEY, value)).get();
        return "%s %d %d".formatted(topic, written.partition(), written.offset());
    }

    private static String place(DeadLetter letter) {
        return "%s %d %d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset());
    }

    /** As an intake writes that was upgraded before the engine. */
    private static byte[] ofALaterRelease() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new WireFormat<>(TicketEvent.class)
                .encode(TicketEvent.newBuilder()
                        .setTicket("t-later")
                        .setId("later")
                        .setChannel("helpdesk")
                        .setType("teleported")
                        .setAt(now)
                        .setKnownAt(now)
                        .setSource(new SourcePosition("raw.helpdesk", 0, 0L, null))
                        .build());
    }

    private static byte[] nestedPolicies() {
        return new WireFormat<>(PolicyVersion.class)
                .encode(PolicyVersion.newBuilder()
                        .setId("nested")
                        .setEffectiveAt(Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS))
                        .setPolicies("[".repeat(20_000) + "]".repeat(20_000))
                        .build());
    }

    private static ProducerRecord<byte[], byte[]> mark(String writer, Instant time, String topic) {
        return new Mark(writer, time.toEpochMilli(), false).toRecord(topic, 0);
    }

    private static ProducerRecord<byte[], byte[]> cutShort(ProducerRecord<byte[], byte[]> mark) {
        List.of(mark.headers().toArray())
                .forEach(header ->
                        mark.headers().remove(header.key()).add(new RecordHeader(header.key(), new byte[] {1, 2})));
        return mark;
    }

    private static KafkaProducer<byte[], byte[]> producer(LiveEngine engine) {
        Properties properties = new Properties();
        properties.putAll(engine.kafkaProperties());
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<DeadLetter> letters(LiveEngine engine) {
        List<DeadLetter> letters = new ArrayList<>();
        new CommittedRecords(engine.kafkaProperties())
                .forEach(
                        new TopicNames(PREFIX).of(Topic.DEAD_LETTERS),
                        DeadLetter.class,
                        (key, letter) -> letters.add(letter));
        return letters;
    }
}
