package io.satisflow.flink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.group.Routes;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.alerts.receiver.WebhookReceiver;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real receiver, a wall clock that the test moves. */
class DeliveryLedgerTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SECRET = "a secret";
    private static final long MINUTES_10 = 600_000;

    private HookServer server;
    private KeyedOneInputStreamOperatorTestHarness<String, Notification, Delivery> ledger;
    private long now = NINE.toEpochMilli();

    @BeforeEach
    void start() throws Exception {
        server = HookServer.start(0);
        ledger = ledger(server.url(), true);
        ledger.open();
        ledger.setProcessingTime(now);
    }

    @AfterEach
    void stop() throws Exception {
        ledger.close();
        server.close();
    }

    @Test
    void every_notification_arrives_once_in_order_and_nothing_is_kept() throws Exception {
        List<String> ids = notify(1, 20);
        moveUntil(25, () -> server.taken().size() == 20 && ledger.numKeyedStateEntries() == 0);

        assertThat(server.taken()).isEqualTo(ids);
        assertThat(deliveries()).hasSize(20).allMatch(done -> done.dropped() == null && done.attempts() == 1);
        assertThat(ledger.numProcessingTimeTimers()).isZero();
    }

    @Test
    void the_body_is_signed_and_is_what_alertmanager_would_send() throws Exception {
        notify(1, 1);
        moveUntil(25, () -> !server.taken().isEmpty());

        HookServer.Request request = server.requests().get(0);
        long seconds = Long.parseLong(request.signature().replaceAll("t=(\\d+),.*", "$1"));
        assertThat(seconds).isBetween(NINE.getEpochSecond(), NINE.getEpochSecond() + 60);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(request.signature()).endsWith("v1=" + HexFormat.of().formatHex(mac.doFinal(request.body())));

        JsonNode body = new ObjectMapper().readTree(request.body());
        assertThat(body.path("version").asText()).isEqualTo("4");
        assertThat(body.path("status").asText()).isEqualTo("firing");
        assertThat(body.path("receiver").asText()).isEqualTo("ops");
        assertThat(body.path("groupLabels").path("team").asText()).isEqualTo("billing");
        assertThat(body.path("commonLabels").path("severity").asText()).isEqualTo("warning");
        assertThat(body.path("alerts").get(0).path("startsAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(body.path("alerts").get(0).path("endsAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(body.path("alerts")
                        .get(0)
                        .path("annotations")
                        .path("summary")
                        .asText())
                .isEqualTo("It's \"bad\"\n<b>");
    }

    @Test
    void nothing_is_lost_through_a_long_outage_and_the_order_stays() throws Exception {
        server.answering(() -> 503);
        List<String> ids = notify(1, 5);
        moveUntil(MINUTES_10, () -> server.requests().size() >= 6);
        int port = server.port();
        server.close();
        move(MINUTES_10, 20);

        server = HookServer.start(port);
        moveUntil(MINUTES_10, () -> server.taken().size() == 5);
        assertThat(server.taken()).isEqualTo(ids);
        assertThat(deliveries().get(0).attempts()).isGreaterThan(6);
    }

    @Test
    void nothing_is_lost_through_a_restore_and_only_what_was_under_way_may_come_twice() throws Exception {
        server.answering(() -> 503);
        List<String> ids = new ArrayList<>(notify(1, 3));
        moveUntil(MINUTES_10, () -> !server.requests().isEmpty());
        OperatorSubtaskState checkpoint = ledger.snapshot(1, now);
        ledger.close();

        server.answering(() -> 200);
        ledger = ledger(server.url(), true);
        ledger.initializeState(checkpoint);
        ledger.open();
        ids.addAll(notify(4, 2));
        moveUntil(MINUTES_10, () -> ledger.numKeyedStateEntries() == 0);
        assertThat(server.taken()).isEqualTo(ids);
    }

    @Test
    void a_crash_between_post_and_checkpoint_repeats_that_one_key() throws Exception {
        List<String> ids = notify(1, 2);
        move(0, 1);
        moveWithoutLooking(() -> server.taken().size() == 1);
        OperatorSubtaskState checkpoint = ledger.snapshot(1, now);
        ledger.close();

        ledger = ledger(server.url(), true);
        ledger.initializeState(checkpoint);
        ledger.open();
        moveUntil(25, () -> ledger.numKeyedStateEntries() == 0);
        assertThat(server.taken()).containsExactly(ids.get(0), ids.get(0), ids.get(1));
        assertThat(possibleRepeats()).isEqualTo(1);
    }

    @Test
    void what_would_be_refused_each_time_is_given_up_with_the_reason() throws Exception {
        AtomicInteger count = new AtomicInteger();
        server.answering(() -> count.incrementAndGet() == 1 ? 400 : 200);
        List<String> ids = notify(1, 2);
        moveUntil(25, () -> server.taken().size() == 1);
        assertThat(server.taken()).containsExactly(ids.get(1));
        assertThat(deliveries().get(0).dropped()).isEqualTo("HTTP status 400");
    }

    @Test
    void a_private_address_is_not_called_unless_allowed() throws Exception {
        ledger.close();
        ledger = ledger(URI.create("http://localhost:" + server.port() + "/?token=abc"), false);
        ledger.open();
        ledger.setProcessingTime(now);
        notify(1, 1);
        moveUntil(25, () -> !deliveries().isEmpty());
        assertThat(deliveries().get(0).dropped())
                .contains("private network; set allow_private: true")
                .doesNotContain("token");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_secret_that_is_missing_is_named_when_the_job_starts() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Notification, Delivery> without =
                harness(new DeliveryLedger(settings(server.url(), true), name -> null));
        assertThatThrownBy(without::open)
                .hasMessageContaining("the environment variable HOOK_SECRET, which is not set");
    }

    @Test
    void pauses_double_up_to_five_minutes_and_respect_what_is_asked() {
        assertThat(RetryPolicy.pause(1, null)).hasSeconds(1);
        assertThat(RetryPolicy.pause(4, null)).hasSeconds(8);
        assertThat(RetryPolicy.pause(1000, null)).hasMinutes(5);
        assertThat(RetryPolicy.pause(1, Duration.ofSeconds(30))).hasSeconds(30);
        assertThat(RetryPolicy.pause(1, Duration.ofDays(30))).hasHours(1);
    }

    private List<String> notify(int from, int count) throws Exception {
        List<String> ids =
                IntStream.range(from, from + count).mapToObj(i -> "n" + i).toList();
        for (String id : ids) {
            ledger.processElement(notification(id), NINE.toEpochMilli());
        }
        return ids;
    }

    private void moveUntil(long millis, BooleanSupplier done) throws Exception {
        for (int i = 0; i < 2000 && !done.getAsBoolean(); i++) {
            move(millis, 1);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    /** Moves the wall clock, and gives the receiver a moment of real time. */
    private void move(long millis, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            now += millis;
            ledger.setProcessingTime(now);
            Thread.sleep(5);
        }
    }

    private static void moveWithoutLooking(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 1000 && !done.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
    }

    private List<Delivery> deliveries() {
        return ledger.extractOutputValues();
    }

    private long possibleRepeats() {
        return ((DeliveryLedger) ((KeyedProcessOperator<?, ?, ?>) ledger.getOperator()).getUserFunction())
                .possibleRepeats();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Notification, Delivery> ledger(
            URI url, boolean allowPrivate) throws Exception {
        return harness(new DeliveryLedger(settings(url, allowPrivate), name -> SECRET));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Notification, Delivery> harness(
            DeliveryLedger function) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), Notification::getReceiver, Types.STRING);
    }

    private static AlertSettings settings(URI url, boolean allowPrivate) {
        WebhookReceiver webhook = new WebhookReceiver(url, "HOOK_SECRET", true, allowPrivate);
        return new AlertSettings(
                List.<AlertRule>of(),
                List.of(new Receiver("ops", Language.ENGLISH, webhook)),
                Routes.DEFAULT,
                Language.ENGLISH,
                "");
    }

    private static Notification notification(String id) {
        Alert alert = Alert.newBuilder()
                .setId("a1")
                .setRule("rule")
                .setKey("key")
                .setState("firing")
                .setSince(NINE)
                .setSeverity("warning")
                .setLabels(Map.of("severity", "warning", "team", "billing"))
                .setAnnotations(Map.of("summary", "It's \"bad\"\n<b>"))
                .setReason("because")
                .setAsOf(NINE)
                .build();
        return Notification.newBuilder()
                .setId(id)
                .setAt(NINE)
                .setReceiver("ops")
                .setGroup(Map.of("team", "billing"))
                .setReason("first")
                .setLanguage("en")
                .setTitle("title")
                .setText("text")
                .setAlerts(List.of(alert))
                .build();
    }
}
