package io.satisflow.flink.delivery;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.wire.Notification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What receivers have not been told yet, in checkpointed state, each receiver's in order. One attempt a receiver is under way
 * at a time, and none is waited for: a timer of the wall clock looks whether it has ended, so that a receiver that is down
 * holds up neither the others nor a checkpoint, for any length of time.
 *
 * <p>At least once: after a crash, what was posted since the last checkpoint is posted again, under the same
 * Idempotency-Key. Those that were under way in the checkpoint are counted as {@code possibleRepeats}; those that came and
 * went after it come again from upstream and cannot be told from new ones.
 */
final class DeliveryLedger extends KeyedProcessFunction<String, Notification, Delivery> {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLedger.class);
    private static final long LOOK_MILLIS = 25;

    private final AlertSettings settings;
    private final Environment environment;
    private transient ValueState<LedgerState> ledgerState;
    /** By number. The very records that are to be delivered, so the wire's own type. */
    private transient MapState<Long, Notification> undelivered;

    private transient Map<String, Hook> hooks;
    private transient Map<String, CompletableFuture<Answer>> underway;
    private transient Counter delivered;
    private transient Counter retried;
    private transient Counter dropped;
    private transient Counter possibleRepeats;

    DeliveryLedger(AlertSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public void open(OpenContext context) {
        ledgerState = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("ledger", TypeInformation.of(LedgerState.class)));
        undelivered = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("undelivered", Types.LONG, TypeInformation.of(Notification.class)));
        underway = new HashMap<>();
        hooks = new HashMap<>();
        WebhookPayload payload = new WebhookPayload(settings.externalUrl());
        for (Receiver receiver : settings.receivers()) {
            if (receiver.webhook() != null) {
                hooks.put(receiver.name(), Webhook.of(receiver, payload, environment::variable));
            }
        }
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        delivered = metrics.counter("notificationsDelivered");
        retried = metrics.counter("deliveryRetries");
        dropped = metrics.counter("notificationsDropped");
        possibleRepeats = metrics.counter("possibleRepeats");
    }

    @Override
    public void processElement(Notification notification, Context context, Collector<Delivery> out) throws Exception {
        LedgerState stored = ledgerState.value();
        LedgerState ledger = stored == null ? LedgerState.EMPTY : stored;
        undelivered.put(ledger.end(), notification);
        LedgerState longer = ledger.added();
        long now = context.timerService().currentProcessingTime();
        ledgerState.update(longer.wakeAt() == null ? wake(longer, now, context) : longer);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Delivery> out) throws Exception {
        LedgerState ledger = ledgerState.value();
        if (ledger == null || ledger.wakeAt() == null || ledger.wakeAt() != timestamp) {
            return;
        }
        long now = context.timerService().currentProcessingTime();
        ledger = settle(ledger.wakingAt(null), now, context.getCurrentKey(), out);
        if (ledger.isEmpty()) {
            ledgerState.clear();
            return;
        }
        if (!ledger.underway() && ledger.notBefore() <= now) {
            ledger = send(ledger, now, context.getCurrentKey());
        }
        long next = ledger.underway() ? now + LOOK_MILLIS : ledger.notBefore();
        ledgerState.update(wake(ledger, next, context));
    }

    /** Takes note of how the attempt under way has ended, if it has. */
    private LedgerState settle(LedgerState ledger, long now, String receiver, Collector<Delivery> out)
            throws Exception {
        CompletableFuture<Answer> attempt = underway.get(receiver);
        if (attempt == null) {
            if (ledger.underway()) {
                possibleRepeats.inc();
            }
            return ledger.lost();
        }
        if (!attempt.isDone()) {
            return ledger;
        }
        underway.remove(receiver);
        Answer answer = attempt.join();
        if (answer instanceof Answer.Retry retry) {
            retried.inc();
            LOG.warn("Receiver {} could not be told ({} attempts): {}", receiver, ledger.attempts(), retry.reason());
            return ledger.failed(
                    now + RetryPolicy.pause(ledger.attempts(), retry.after()).toMillis());
        }
        return close(ledger, receiver, answer, out);
    }

    private LedgerState close(LedgerState ledger, String receiver, Answer answer, Collector<Delivery> out)
            throws Exception {
        String id = Objects.requireNonNull(undelivered.get(ledger.first())).getId();
        String reason = answer instanceof Answer.Drop drop ? drop.reason() : null;
        if (reason == null) {
            delivered.inc();
        } else {
            dropped.inc();
            LOG.error("Notification {} to receiver {} is given up: {}", id, receiver, reason);
        }
        out.collect(new Delivery(id, receiver, ledger.attempts(), reason));
        undelivered.remove(ledger.first());
        return ledger.done();
    }

    private LedgerState send(LedgerState ledger, long now, String receiver) throws Exception {
        Notification notification = Objects.requireNonNull(undelivered.get(ledger.first()));
        Hook hook = hooks.get(receiver);
        CompletableFuture<Answer> attempt = hook == null
                ? CompletableFuture.completedFuture(new Answer.Drop("the receiver is not in the settings any more"))
                : hook.send(notification, Instant.ofEpochMilli(now));
        underway.put(receiver, attempt);
        return ledger.trying();
    }

    private static LedgerState wake(LedgerState ledger, long time, Context context) {
        context.timerService().registerProcessingTimeTimer(time);
        return ledger.wakingAt(time);
    }

    /** Attempts that were under way in the checkpoint that this started from. */
    long possibleRepeats() {
        return possibleRepeats.getCount();
    }
}
