package io.satisflow.local.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.hook.action.ActionLink;
import io.satisflow.hook.action.ChatAction;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.wall.Wall;
import io.satisflow.wall.WallOptions;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall on a real broker, with records as the jobs write them. */
class WallOnKafkaTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final TopicNames NAMES = new TopicNames("satisflow");
    private static final LinkKey LINK_KEY = LinkKey.of("a key for links of 32 characters");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void whatTheJobsWriteIsShownWhatPeopleSayIsKeptAndRestartsHeal() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        int port = Integer.parseInt(String.valueOf(broker.clientProperties().get("bootstrap.servers"))
                .replaceFirst(".*:", ""));
        KafkaConnection kafka = new KafkaConnection(broker.clientProperties(), NAMES);
        new TopicAdmin(kafka).ensure(List.of(Topic.values()), List.of(), 2);
        Wall wall = Wall.start(options(kafka));
        try {
            write(kafka, Topic.SATISFACTION_NOW, SatisfactionRow.class, row(81.5));
            write(kafka, Topic.ALERTS, Alert.class, alert());
            mark(kafka);
            await().atMost(PATIENCE).until(() -> csat(wall).equals("81.5"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(wall, "api/time").path("now").asText())
                                    .isEqualTo(NOON.toString()));
            await().atMost(PATIENCE)
                    .until(() -> get(wall, "api/alerts").path("alerts").size() == 1);

            acknowledge(wall, "a1", "mine");

            await().atMost(PATIENCE).until(() -> acknowledgement(wall).equals("mine"));

            assertThat(silenceByLink(wall, "a1", "Kim")).contains("Silenced", "As Kim asked");

            await().atMost(PATIENCE)
                    .until(() -> get(wall, "api/alerts")
                            .at("/silences/0/author")
                            .asText()
                            .equals("Kim (care team)"));
            assertThat(get(wall, "api/alerts").at("/silences/0/ends_at").asText())
                    .isEqualTo(NOON.plus(Duration.ofHours(4)).toString());

            broker.close();
            broker = EmbeddedBroker.start(directory.resolve("broker"), port);
            write(kafka, Topic.SATISFACTION_NOW, SatisfactionRow.class, row(64.0));
            await().atMost(PATIENCE).until(() -> csat(wall).equals("64.0"));

            try (Wall another = Wall.start(options(kafka))) {
                await().atMost(PATIENCE).until(() -> csat(another).equals("64.0"));
                await().atMost(PATIENCE).until(() -> acknowledgement(another).equals("mine"));
            }
        } finally {
            wall.close();
            broker.close();
        }
    }

    private static WallOptions options(KafkaConnection kafka) {
        return new WallOptions(
                kafka,
                WallOptions.LOOPBACK,
                0,
                ZoneOffset.UTC,
                "en",
                List.of(),
                List.of(),
                WallOptions.VIEWERS,
                LINK_KEY);
    }

    private static String csat(Wall wall) throws Exception {
        return get(wall, "api/scores?window=24h").at("/row/metrics/csat/value").asText();
    }

    private static String acknowledgement(Wall wall) throws Exception {
        return get(wall, "api/alerts/a1").at("/acknowledged/comment").asText();
    }

    private static JsonNode get(Wall wall, String path) throws Exception {
        return json(HttpRequest.newBuilder(URI.create(wall.address() + path)).GET());
    }

    private static void acknowledge(Wall wall, String alert, String comment) throws Exception {
        String csrf = get(wall, "api/session").path("csrf").asText();
        json(HttpRequest.newBuilder(URI.create(wall.address() + "api/alerts/" + alert + "/acknowledge"))
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString("{\"comment\":\"" + comment + "\"}")));
    }

    /** As a phone does it: the link of a message, then its form. */
    private static String silenceByLink(Wall wall, String alert, String name) throws Exception {
        ActionLink offer =
                new ActionLink(ChatAction.SILENCE, List.of(alert), "care team", NOON.plus(Duration.ofDays(7)));
        URI link = URI.create(LINK_KEY.address(wall.address(), offer));
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
        String confirmation = page.body().replaceAll("(?s).*name=\"confirmation\" value=\"([^\"]+)\".*", "$1");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(link)
                                .header(
                                        "Cookie",
                                        page.headers()
                                                .firstValue("Set-Cookie")
                                                .orElseThrow()
                                                .replaceFirst(";.*", ""))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "hours=4&name=" + name + "&confirmation=" + confirmation))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static JsonNode json(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private static <T extends SpecificRecordBase> void write(
            KafkaConnection kafka, Topic topic, Class<T> type, T record) throws Exception {
        send(
                kafka,
                new ProducerRecord<>(
                        NAMES.of(topic),
                        "key".getBytes(StandardCharsets.UTF_8),
                        new WireFormat<>(type).encode(record)));
    }

    private static void mark(KafkaConnection kafka) throws Exception {
        for (int partition = 0; partition < 2; partition++) {
            send(
                    kafka,
                    new Mark("engine", NOON.toEpochMilli(), false)
                            .toRecord(NAMES.of(Topic.SATISFACTION_NOW), partition));
        }
    }

    private static void send(KafkaConnection kafka, ProducerRecord<byte[], byte[]> record) throws Exception {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private static SatisfactionRow row(double csat) {
        return SatisfactionRow.newBuilder()
                .setSegment(Map.of())
                .setWindow("24h")
                .setFrom(NOON.minus(Duration.ofHours(24)))
                .setTo(NOON)
                .setAsOf(NOON)
                .setMetrics(Map.of(
                        "csat",
                        new Metric(
                                csat, 400L, csat - 4, csat + 4, csat, -6.0, 6.0, 80.0, null, "shown", 0L, null, null,
                                null, null, null)))
                .build();
    }

    private static Alert alert() {
        return Alert.newBuilder()
                .setId("a1")
                .setRule("score drift")
                .setKey("(all)/csat/down")
                .setState("firing")
                .setSince(NOON)
                .setSeverity("warning")
                .setLabels(Map.of("metric", "csat"))
                .setAnnotations(Map.of("summary", "Satisfied fell"))
                .setReason("drift down")
                .setAsOf(NOON)
                .build();
    }
}
