package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.engine.EngineJob;
import io.satisflow.flink.intake.IntakeJob;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.scoring.ScoringJob;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cluster.EmbeddedCluster;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Metric;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live jobs on a broker. The scoring job has a cluster of its own, so that it can be taken away. */
class ScoringOutageTest {
    private static final String PREFIX = "outage";
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private String[] arguments;

    @BeforeEach
    void start() throws Exception {
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        Files.writeString(config, """
                windows: [{length: 5m, step: 5s}]
                metrics: {volume: {}, sentiment: {}, nps: {question: nps, scale: [0, 10], from: 5m}}
                drift: {step: 5m, metrics: [nps]}
                scoring: {score_wait: 1s}
                alerts: {intervals: {group_wait: 1s, group_interval: 1s}}
                """, StandardOpenOption.APPEND);
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        List<String> kafka = broker.clientProperties().entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toList();
        arguments = new JobArguments(config, Optional.empty(), true, kafka).toArray();
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void an_outage_of_scoring_holds_up_neither_promises_nor_ratings_and_is_made_good_for_afterwards() throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder.resolve("checkpoints"), 1, 2, sentence -> {})) {
            cluster.submit(IntakeJob.NAME, IntakeJob::main, arguments);
            cluster.submit(EngineJob.NAME, EngineJob::main, arguments);
            try (EmbeddedCluster scoring = scoring()) {
                send("raw.helpdesk", LiveSettings.ticketCreated("scored", now()));
                await().atMost(SOON).until(() -> rows().stream().anyMatch(row -> n(row, "sentiment") == 1));
                scoring.cancelJobs();
            }

            send("raw.helpdesk", LiveSettings.ticketCreated("unscored", now()));
            send("raw.survey", LiveSettings.answer("rated", now()));

            await().atMost(SOON).untilAsserted(() -> {
                assertThat(committed(Topic.SLA_EVENTS, SlaEvent.class))
                        .anyMatch(event -> event.getTicket().equals("t-unscored")
                                && event.getEvent().equals("breach"));
                assertThat(committed(Topic.ALERTS, Alert.class))
                        .anyMatch(alert -> alert.getRule().equals("sla breach")
                                && alert.getState().equals("firing")
                                && alert.getKey().contains("t-unscored"));
                assertThat(committed(Topic.NOTIFICATIONS, Notification.class))
                        .anyMatch(notification -> notification.toString().contains("t-unscored"));
            });
            SatisfactionRow told = await().atMost(SOON)
                    .until(
                            () -> rows().stream()
                                    .filter(ScoringOutageTest::isWithoutScore)
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();

            try (EmbeddedCluster scoring = scoring()) {
                SatisfactionRow corrected = await().atMost(SOON)
                        .until(
                                () -> rows().stream()
                                        .filter(row -> isCorrection(row, told))
                                        .findFirst(),
                                Optional::isPresent)
                        .orElseThrow();
                assertThat(n(corrected, "volume")).isEqualTo(n(told, "volume"));
                assertThat(metric(corrected, "nps")).isEqualTo(metric(told, "nps"));
                scoring.cancelJobs();
            }
            cluster.cancelJobs();
        }
    }

    /** In a folder of its own: what is beside the checkpoints of a cluster belongs to it, and goes when it starts. */
    private EmbeddedCluster scoring() {
        EmbeddedCluster cluster = EmbeddedCluster.start(folder.resolve("scoring/checkpoints"), 1, 1, sentence -> {});
        cluster.submit(ScoringJob.NAME, ScoringJob::main, arguments);
        return cluster;
    }

    /** All three pieces of feedback are in it, the rating is counted, and one of the two texts is not scored yet. */
    private static boolean isWithoutScore(SatisfactionRow row) {
        return n(row, "volume") == 3 && n(row, "nps") == 1 && n(row, "sentiment") == 1;
    }

    private static boolean isCorrection(SatisfactionRow row, SatisfactionRow told) {
        return row.getTo().equals(told.getTo()) && row.getAsOf().isAfter(told.getAsOf()) && n(row, "sentiment") == 2;
    }

    private List<SatisfactionRow> rows() {
        return committed(Topic.SATISFACTION_STEPS, SatisfactionRow.class).stream()
                .filter(row -> row.getSegment().isEmpty())
                .toList();
    }

    private static long n(SatisfactionRow row, String name) {
        return metric(row, name).getN();
    }

    private static Metric metric(SatisfactionRow row, String name) {
        return Objects.requireNonNull(row.getMetrics().get(name));
    }

    private void send(String topic, String json) {
        Properties properties = new Properties();
        properties.putAll(broker.clientProperties());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private <T extends SpecificRecordBase> List<T> committed(Topic topic, Class<T> type) {
        List<T> records = new ArrayList<>();
        Map<String, String> kafka = broker.clientProperties();
        new CommittedRecords(kafka)
                .forEach(new TopicNames(PREFIX).of(topic), type, (key, record) -> records.add(record));
        return records;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
