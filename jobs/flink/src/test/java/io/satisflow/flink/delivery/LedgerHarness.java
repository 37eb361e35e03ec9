package io.satisflow.flink.delivery;

import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.flink.courier.Teller;
import io.satisflow.hook.HookRate;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.Hooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The ledger under a wall clock that the test moves. Tellers that answer at once make it exact. */
final class LedgerHarness implements AutoCloseable {
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final long STEP = 25;

    private final DeliveryLedger ledger;
    private final KeyedOneInputStreamOperatorTestHarness<String, Notification, Delivery> harness;
    private long now;

    private LedgerHarness(
            List<HookReceiver> receivers, Teller.Factory tellers, DeliveryJournal.Factory journals, Instant start)
            throws Exception {
        this.ledger =
                new DeliveryLedger(new DeliveryOptions(receivers, "https://satisflow.example.com", tellers, journals));
        this.harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(ledger), Notification::receiver, Types.STRING);
        this.now = start.toEpochMilli();
    }

    static LedgerHarness open(List<HookReceiver> receivers, Teller.Factory tellers) throws Exception {
        return restore(receivers, tellers, NINE, null);
    }

    static LedgerHarness restore(
            List<HookReceiver> receivers, Teller.Factory tellers, Instant start, @Nullable OperatorSubtaskState state)
            throws Exception {
        return restore(receivers, tellers, DeliveryJournal.Factory.NONE, start, state);
    }

    static LedgerHarness restore(
            List<HookReceiver> receivers,
            Teller.Factory tellers,
            DeliveryJournal.Factory journals,
            Instant start,
            @Nullable OperatorSubtaskState state)
            throws Exception {
        LedgerHarness opened = new LedgerHarness(receivers, tellers, journals, start);
        if (state != null) {
            opened.harness.initializeState(state);
        }
        opened.harness.open();
        opened.harness.setProcessingTime(opened.now);
        return opened;
    }

    static HookReceiver receiver(String name, String hook, @Nullable String rate) {
        String address = Hooks.require(hook).form().keys().contains("url_env") ? "url_env" : "url";
        HookSettings settings = new HookSettings(hook, Map.of(address, "HOOK_URL"), true, true, null);
        return HookReceiver.of(name, settings, rate == null ? null : HookRate.parse(rate), null);
    }

    void add(Notification notification) throws Exception {
        harness.processElement(notification, notification.at().toEpochMilli());
        harness.setProcessingTime(now);
    }

    void move(Duration by) throws Exception {
        long until = now + by.toMillis();
        while (now < until) {
            now = Math.min(until, now + STEP);
            harness.setProcessingTime(now);
        }
    }

    /** Moves in big steps until it holds, for at most so long. */
    boolean moveUntil(BooleanSupplier holds, Duration step, Duration most) throws Exception {
        long until = now + most.toMillis();
        while (!holds.getAsBoolean() && now < until) {
            now += step.toMillis();
            harness.setProcessingTime(now);
            move(Duration.ofMillis(2 * STEP));
        }
        return holds.getAsBoolean();
    }

    Instant now() {
        return Instant.ofEpochMilli(now);
    }

    List<Delivery> deliveries() {
        return harness.extractOutputValues();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, now);
    }

    DeliveryMetrics metrics() {
        return ledger.metrics();
    }

    int timers() {
        return harness.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    static WordedAlert alert(String key, Instant since, boolean over) {
        Instant end = since.plusSeconds(60);
        Alert alert = new Alert(
                "sla breach",
                key,
                over ? Phase.RESOLVED : Phase.FIRING,
                since,
                over ? end : null,
                Severity.CRITICAL,
                Map.of("team", "billing"),
                Map.of(),
                "because",
                null,
                over ? end : since);
        return new WordedAlert(alert, Map.of("summary", "Ticket " + key + ": first reply was missed"));
    }

    static Notification notification(
            String id, String receiver, Instant at, NoticeReason reason, WordedAlert... alerts) {
        return new Notification(
                id,
                at,
                receiver,
                Map.of("team", "billing"),
                reason,
                Language.ENGLISH,
                "[critical] " + alerts[0].annotations().get("summary"),
                "text",
                List.of(alerts),
                0,
                Map.of());
    }

    static Notification first(String id, String receiver, Instant at) {
        return notification(id, receiver, at, NoticeReason.FIRST, alert("T" + id, at, false));
    }

    List<String> ids(Delivery.Outcome outcome) {
        List<String> ids = new ArrayList<>();
        deliveries().forEach(delivery -> {
            if (delivery.outcome() == outcome) {
                ids.add(delivery.notification());
            }
        });
        return ids;
    }
}
