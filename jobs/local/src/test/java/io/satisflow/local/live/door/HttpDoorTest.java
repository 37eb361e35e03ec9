package io.satisflow.local.live.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.config.ConfigFile;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.live.input.RawTopics;
import io.satisflow.local.topics.Consumers;
import io.satisflow.settings.ChannelSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts over a real socket, into a real broker. */
class HttpDoorTest {
    private static final String TOPIC = "door.raw";
    private static final String SECRET = "not a secret";
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final String RECORD = "{\"id\": \"%s\", \"at\": \"2026-03-02T09:00:00Z\", \"text\": \"slow\"}";

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static HttpDoor door;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        broker = EmbeddedBroker.start(folder, 0);
        try (Admin admin = Admin.create(Map.copyOf(broker.clientProperties()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
        }
        List<ChannelSettings> channels = List.of(
                channel(
                        "typeform",
                        "signature: {header: Typeform-Signature, prefix: \"sha256=\", encoding: base64, secret:"
                                + " \"${DOOR}\"}"),
                channel("timed", "signature: {header: X-Sign, timestamp: X-Time, secret: \"${DOOR}\"}"),
                channel("token", "token: {header: Authorization, value: \"Bearer ${DOOR}\"}"),
                channel("unset", "token: {header: Authorization, value: \"${DOOR_UNSET}\"}"),
                channel("shut", null),
                channel("open", "open: true"));
        RawTopics topics = new RawTopics(broker.clientProperties(), channels, new TopicPartitions(Map.of(TOPIC, 2)));
        door = HttpDoor.open(
                0, channels, new RawRecordStore(topics), () -> NOW, name -> name.equals("DOOR") ? SECRET : null);
    }

    @AfterAll
    static void close() {
        door.close();
        broker.close();
    }

    @Test
    void what_is_answered_with_202_is_in_the_topic_once_and_nothing_else_is() throws Exception {
        String good = RECORD.formatted("signed");
        String forged = RECORD.formatted("forged");
        String listed = "[%s, %s]".formatted(RECORD.formatted("list-1"), RECORD.formatted("list-2"));

        assertThat(post("typeform", good, "Typeform-Signature", "sha256=" + base64(good)))
                .isEqualTo(202);
        assertThat(post("typeform", listed, "Typeform-Signature", "sha256=" + base64(listed)))
                .isEqualTo(202);
        assertThat(post("typeform", forged, "Typeform-Signature", "sha256=" + base64(good)))
                .isEqualTo(401);
        assertThat(post("typeform", forged, "Other", "x")).isEqualTo(401);
        assertThat(post("typeform", "{\"id\": ", "Typeform-Signature", "sha256=" + base64("{\"id\": ")))
                .isEqualTo(400);
        assertThat(post("nobody", good, "Other", "x")).isEqualTo(404);

        assertThat(stored()).filteredOn(value -> value.contains("\"signed\"")).hasSize(1);
        assertThat(stored()).filteredOn(value -> value.contains("list-")).hasSize(2);
        assertThat(stored()).noneMatch(value -> value.contains("forged"));
    }

    @Test
    void a_signed_time_must_be_near() throws Exception {
        String body = RECORD.formatted("timed");
        String now = String.valueOf(NOW.getEpochSecond());
        String old = String.valueOf(NOW.minusSeconds(301).getEpochSecond());

        assertThat(post("timed", body, "X-Sign", hex(now + "." + body), "X-Time", now))
                .isEqualTo(202);
        assertThat(post("timed", body, "X-Sign", hex(old + "." + body), "X-Time", old))
                .isEqualTo(401);
        assertThat(post("timed", body, "X-Sign", hex(now + "." + body), "X-Time", old))
                .isEqualTo(401);
    }

    @Test
    void a_token_is_compared_and_a_channel_without_proof_takes_nothing() throws Exception {
        String body = RECORD.formatted("token");

        assertThat(post("token", body, "Authorization", "Bearer " + SECRET)).isEqualTo(202);
        assertThat(post("token", body, "Authorization", "Bearer other")).isEqualTo(401);
        assertThat(post("unset", body, "Authorization", "")).isEqualTo(401);
        assertThat(post("shut", body, "Authorization", "x")).isEqualTo(401);
        assertThat(post("open", body, "Authorization", "x")).isEqualTo(202);
        assertThat(door.closed())
                .hasSize(2)
                .anyMatch(why -> why.contains("DOOR_UNSET"))
                .anyMatch(why -> why.contains("shut"));
    }

    @Test
    void a_body_over_the_limit_is_turned_away() throws Exception {
        assertThat(post("open", "{\"id\": \"" + "x".repeat(3_000) + "\"}", "Other", "x"))
                .isEqualTo(413);
    }

    @Test
    void who_comes_when_all_places_are_taken_is_told_to_come_again() throws Exception {
        CountDownLatch inside = new CountDownLatch(HttpDoor.MOST_AT_ONCE);
        CountDownLatch released = new CountDownLatch(1);
        List<ChannelSettings> channels = List.of(channel("open", "open: true"));
        RawTopics topics = new RawTopics(broker.clientProperties(), channels, new TopicPartitions(Map.of(TOPIC, 2)));
        try (HttpDoor busy =
                HttpDoor.open(0, channels, new RawRecordStore(topics), () -> held(inside, released), name -> null)) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/in/open".formatted(busy.port())))
                    .POST(BodyPublishers.ofString(RECORD.formatted("pressed")))
                    .build();
            List<CompletableFuture<Integer>> first = new ArrayList<>();
            for (int i = 0; i < HttpDoor.MOST_AT_ONCE; i++) {
                first.add(CLIENT.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode));
            }
            inside.await();

            HttpResponse<String> late = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(late.statusCode()).isEqualTo(429);
            assertThat(late.headers().firstValue("Retry-After")).contains("2");
            assertThat(late.body()).contains("too many requests");

            released.countDown();
            assertThat(first).allSatisfy(post -> assertThat(post.join()).isEqualTo(202));
        }
    }

    private static Instant held(CountDownLatch inside, CountDownLatch released) {
        inside.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return NOW;
    }

    private static ChannelSettings channel(String name, @Nullable String http) {
        String yaml = "channel: %s\nkind: survey\nid: /id\noccurred_at: /at\ntext: /text\nrecord_limit: 2000\n"
                        .formatted(name)
                + (http == null ? "" : "http: {" + http + "}\n");
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse(name + ".yaml", yaml));
        return new ChannelSettings(mapping, TOPIC);
    }

    private static int post(String channel, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/in/%s".formatted(door.port(), channel)))
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static List<String> stored() {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(broker.clientProperties())) {
            List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, List.of(TOPIC));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return values;
    }

    private static String base64(String text) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(hash(text));
    }

    private static String hex(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(hash(text));
    }

    private static byte[] hash(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
