package io.satisflow.flink.delivery;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.flink.courier.Teller;
import io.satisflow.flink.state.StoredRecord;
import io.satisflow.flink.state.StoredRecords;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.queue.Batch;
import io.satisflow.hook.queue.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What receivers have not been told yet, in checkpointed state, each receiver's in order. One attempt a receiver is under way
 * at a time, and none is waited for: a timer of the wall clock looks whether it has ended, so that a receiver that is down
 * holds up neither the others nor a checkpoint, for any length of time.
 *
 * <p>At least once: what is about to be posted, and what was, is noted in a journal outside of checkpoints. So after a crash a
 * receiver gets again at most the one message that was under way, under the same id; it is counted as {@code possibleRepeats}.
 */
final class DeliveryLedger extends KeyedProcessFunction<String, Notification, Delivery> {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLedger.class);
    private static final long LOOK_MILLIS = 25;
    private static final Duration TOLD_IS_KEPT = Duration.ofDays(30);
    private static final Map<Batch.Kind, Delivery.Outcome> OUTCOMES = Map.of(
            Batch.Kind.SINGLE, Delivery.Outcome.DELIVERED,
            Batch.Kind.DIGEST, Delivery.Outcome.DIGESTED,
            Batch.Kind.OVERDUE, Delivery.Outcome.OVERDUE);

    private final List<HookReceiver> receivers;
    private final String externalUrl;
    private final Teller.Factory factory;
    private final DeliveryJournal.Factory journals;
    private transient StoredRecord<LedgerState> ledgerState;
    private transient ReceiverQueue queue;
    private transient ToldAlerts told;

    private transient Map<String, ReceiverRules> rules;
    private transient JournaledTellers tellers;
    private transient Map<String, CompletableFuture<Answer>> underway;
    private transient EarlierRun earlier;
    private transient NotificationMessages messages;
    private transient DeliveryMetrics metrics;

    DeliveryLedger(DeliveryOptions options) {
        this.receivers = options.receivers();
        this.externalUrl = options.externalUrl();
        this.factory = options.tellers();
        this.journals = options.journals();
    }

    @Override
    public void open(OpenContext context) {
        ledgerState = new StoredRecord<>(getRuntimeContext(), "ledger", LedgerState.class);
        queue = new ReceiverQueue(
                new StoredRecords<>(getRuntimeContext(), "undelivered", Types.LONG, Notification.class),
                getRuntimeContext().getMapState(new MapStateDescriptor<>("ended", Types.STRING, Types.LONG)));
        MapStateDescriptor<String, ToldState> toldStates =
                new MapStateDescriptor<>("told", Types.STRING, TypeInformation.of(ToldState.class));
        toldStates.enableTimeToLive(StateTtlConfig.newBuilder(TOLD_IS_KEPT).build());
        told = new ToldAlerts(getRuntimeContext().getMapState(toldStates));
        underway = new HashMap<>();
        messages = new NotificationMessages(externalUrl);
        metrics = new DeliveryMetrics(getRuntimeContext().getMetricGroup());
        rules = new HashMap<>();
        receivers.forEach(receiver -> rules.put(receiver.name(), new ReceiverRules(receiver)));
        tellers = new JournaledTellers(receivers, factory, journals);
        earlier = tellers.earlier();
    }

    @Override
    public void close() {
        if (tellers != null) {
            tellers.close();
        }
    }

    @Override
    public void processElement(Notification notification, Context context, Collector<Delivery> out) throws Exception {
        if (told.isOld(notification)) {
            metrics.duplicate();
            return;
        }
        LedgerState stored = ledgerState.value();
        LedgerState ledger = stored == null ? LedgerState.EMPTY : stored;
        if (StandingAlerts.isResend(notification) && !ledger.isEmpty()) {
            // What is told again comes after what is told first, and does not pile up.
            return;
        }
        queue.add(ledger.end(), notification);
        long now = context.timerService().currentProcessingTime();
        LedgerState longer = ledger.added();
        // Of an empty queue, a timer may still be set for when its last messages count no more.
        boolean idle = ledger.isEmpty() || ledger.wakeAt() == null;
        ledgerState.update(idle ? wake(longer, now, context) : longer);
        measure(longer, now, context.getCurrentKey());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Delivery> out) throws Exception {
        LedgerState ledger = ledgerState.value();
        if (ledger == null || ledger.wakeAt() == null || ledger.wakeAt() != timestamp) {
            return;
        }
        String receiver = context.getCurrentKey();
        long now = context.timerService().currentProcessingTime();
        ledger = settle(ledger.wakingAt(null), now, receiver, out);
        long pace = pace(receiver, ledger);
        if (!ledger.isEmpty() && !ledger.underway() && ledger.notBefore() <= now && pace <= now) {
            ledger = send(ledger, now, receiver, out);
        }
        if (!ledger.isEmpty()) {
            long next = Math.max(ledger.notBefore(), pace(receiver, ledger));
            ledger = wake(ledger, ledger.underway() ? now + LOOK_MILLIS : Math.max(next, now), context);
        }
        measure(ledger, now, receiver);
        if (ledger.isEmpty() && ledger.rateUsedUntil() <= now) {
            ledgerState.clear();
        } else {
            // An empty queue is kept for as long as its last messages count; then it wakes once more, and is forgotten.
            ledgerState.update(ledger.isEmpty() ? wake(ledger, ledger.rateUsedUntil(), context) : ledger);
        }
    }

    private long pace(String receiver, LedgerState ledger) {
        ReceiverRules known = rules.get(receiver);
        return known == null ? 0 : known.nextAt(ledger);
    }

    private void measure(LedgerState ledger, long now, String receiver) throws Exception {
        long age = ledger.isEmpty()
                ? 0
                : Math.max(0, now - queue.get(ledger.first()).at().toEpochMilli());
        metrics.backlog(receiver, ledger.length(), age / 1000);
    }

    /** Takes note of how the attempt under way has ended, if it has. */
    private LedgerState settle(LedgerState ledger, long now, String receiver, Collector<Delivery> out)
            throws Exception {
        CompletableFuture<Answer> attempt = underway.get(receiver);
        if (attempt == null) {
            if (ledger.underway()
                    && earlier.told(receiver, queue.get(ledger.first()).id()) == null) {
                metrics.possibleRepeat();
            }
            return ledger.lost();
        }
        if (!attempt.isDone()) {
            return ledger;
        }
        underway.remove(receiver);
        Answer answer = attempt.join();
        if (answer instanceof Answer.Retry retry) {
            metrics.retry();
            LOG.warn("Receiver {} could not be told ({} attempts): {}", receiver, ledger.attempts(), retry.reason());
            Duration pause = RetryPolicy.pause(ledger.attempts(), retry.after(), receiver + ledger.first());
            return ledger.failed(now + pause.toMillis());
        }
        int size = ledger.tried() == null ? 1 : ledger.tried().size();
        if (answer instanceof Answer.Gone) {
            told.forgetReferences(queue.take(ledger.first(), size));
            // At once, but for a tool that says so of a new message as well.
            boolean again = ledger.attempts() > 2;
            return ledger.failed(
                    again
                            ? now
                                    + RetryPolicy.pause(ledger.attempts(), null, receiver)
                                            .toMillis()
                            : now);
        }
        return close(ledger, receiver, answer, out);
    }

    private LedgerState close(LedgerState ledger, String receiver, Answer answer, Collector<Delivery> out)
            throws Exception {
        Batch batch = ledger.tried() == null ? new Batch(Batch.Kind.SINGLE, 1) : ledger.tried();
        List<Notification> done = queue.take(ledger.first(), batch.size());
        if (answer instanceof Answer.Drop drop) {
            finish(ledger, receiver, done, Delivery.Outcome.GIVEN_UP, drop.reason(), out);
            return ledger.done(batch.size());
        }
        boolean single = batch.kind() == Batch.Kind.SINGLE;
        told.put(done, single && answer instanceof Answer.Delivered delivered ? delivered.reference() : null);
        ReceiverRules known = rules.get(receiver);
        String reason = known == null ? "" : known.reason(batch.kind());
        finish(ledger, receiver, done, OUTCOMES.getOrDefault(batch.kind(), Delivery.Outcome.DELIVERED), reason, out);
        return ledger.done(batch.size());
    }

    private void finish(
            LedgerState ledger,
            String receiver,
            List<Notification> done,
            Delivery.Outcome outcome,
            String reason,
            Collector<Delivery> out)
            throws Exception {
        for (Notification notification : done) {
            if (StandingAlerts.isResend(notification)) {
                continue;
            }
            metrics.count(outcome);
            if (outcome == Delivery.Outcome.GIVEN_UP) {
                LOG.error("Notification {} to receiver {} is given up: {}", notification.id(), receiver, reason);
            }
            out.collect(new Delivery(
                    notification.id(),
                    notification.at(),
                    receiver,
                    notification.title(),
                    ledger.attempts(),
                    outcome,
                    reason));
        }
        queue.remove(ledger.first(), done.size());
    }

    private LedgerState send(LedgerState ledger, long now, String receiver, Collector<Delivery> out) throws Exception {
        ReceiverRules known = rules.get(receiver);
        if (known == null) {
            Answer gone = Answer.drop("the receiver is not in the settings any more");
            return close(ledger.trying(new Batch(Batch.Kind.SINGLE, 1), 0), receiver, gone, out);
        }
        JournalEntry before = earlier.told(receiver, queue.get(ledger.first()).id());
        if (before != null) {
            LedgerState one = ledger.trying(new Batch(before.kind(), 1), ledger.rateUsedUntil());
            return close(one, receiver, new Answer.Delivered(before.reference()), out);
        }
        EarlierRun.Advice advice = earlier.advice(receiver, heads(ledger, earlier.underway(receiver)), now);
        if (advice instanceof EarlierRun.Wait) {
            return ledger.failed(now + LOOK_MILLIS);
        }
        if (advice instanceof EarlierRun.Again && ledger.tried() == null) {
            metrics.possibleRepeat();
        }
        Batch batch = advice instanceof EarlierRun.Again again
                ? again.batch()
                : known.next(ledger, queue.from(ledger.first()), now);
        if (!known.isTold(batch)) {
            return close(ledger.trying(batch, ledger.rateUsedUntil()), receiver, Answer.delivered(), out);
        }
        LedgerState trying = ledger.trying(batch, known.use(ledger, now));
        underway.put(receiver, tell(batch, trying, receiver, now));
        return trying;
    }

    private CompletableFuture<Answer> tell(Batch batch, LedgerState ledger, String receiver, long now)
            throws Exception {
        List<Notification> notifications = queue.take(ledger.first(), batch.size());
        @Nullable
        String previous = batch.kind() == Batch.Kind.SINGLE ? told.messageToChange(notifications.get(0)) : null;
        Message message = messages.message(batch.kind(), notifications).replacing(previous);
        return tellers.tell(receiver, message, batch.kind(), notifications, now);
    }

    private List<String> heads(LedgerState ledger, int most) throws Exception {
        return JournaledTellers.ids(queue.take(ledger.first(), Math.min(ledger.length(), most)));
    }

    private static LedgerState wake(LedgerState ledger, long time, Context context) {
        context.timerService().registerProcessingTimeTimer(time);
        return ledger.wakingAt(time);
    }

    DeliveryMetrics metrics() {
        return metrics;
    }
}
