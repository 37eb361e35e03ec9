package io.satisflow.flink.sla;

import io.satisflow.sla.Advance;
import io.satisflow.sla.Refusal;
import io.satisflow.sla.RefusedEvent;
import io.satisflow.sla.SlaRules;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps a ticket's log and moves it forward in event time only (rule T4). An event is merely added to the log; when the
 * watermark has come to it, the clocks are run up to there. Timers are lazy: one for the ticket's next moment. When a
 * deadline moves later the timer fires early and is set again; only one that moves earlier needs a new timer.
 */
final class TicketClocks extends AbstractStreamOperator<SlaEvent>
        implements OneInputStreamOperator<TicketEvent, SlaEvent>, Triggerable<String, VoidNamespace> {
    static final OutputTag<DeadLetter> REFUSED =
            new OutputTag<>("refused-ticket-events", TypeInformation.of(DeadLetter.class));

    private final SlaRules rules;
    private transient TicketStore store;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient WaitingTickets waiting;
    private transient Counter duplicates;

    TicketClocks(SlaRules rules) {
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        store = new TicketStore(getRuntimeContext());
        timers = getInternalTimerService("ticket-moments", VoidNamespaceSerializer.INSTANCE, this);
        waiting = new WaitingTickets();
        duplicates = getMetricGroup().counter("duplicateTicketEvents");
    }

    @Override
    public void processElement(StreamRecord<TicketEvent> element) throws Exception {
        TicketEvent event = element.getValue();
        // What has been said up to the watermark was said without it, so it cannot have been known.
        long knownAt = Math.max(event.getKnownAt().toEpochMilli(), timers.currentWatermark() + 1);
        store.append(LoggedEvent.of(event, knownAt));
        wakeAt(knownAt, event.getTicket());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (!isEnd(mark.getTimestamp())) {
            wakeUntil(mark.getTimestamp());
        }
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (!isEnd(timers.currentWatermark())) {
            advance(timer.getKey(), timers.currentWatermark());
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("clocks go by event time only");
    }

    /** A checkpoint holds no memory, so what waits there goes on waiting for a timer. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        waiting.drainTo((ticket, time) -> {
            setCurrentKey(ticket);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        });
    }

    /** After the END of a replay time stands still: what would happen later has not happened. */
    private static boolean isEnd(long watermark) {
        return watermark == Watermark.MAX_WATERMARK.getTimestamp();
    }

    private void wakeAt(long time, String ticket) {
        if (!waiting.add(ticket, time)) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        }
    }

    private void wakeUntil(long now) throws Exception {
        for (Optional<String> ticket = waiting.takeUntil(now); ticket.isPresent(); ticket = waiting.takeUntil(now)) {
            setCurrentKey(ticket.get());
            advance(ticket.get(), now);
        }
    }

    private void advance(String ticket, long now) throws Exception {
        TicketProgressState progress = store.progress();
        List<LoggedEvent> log = progress.hasReached(now) ? List.of() : store.log();
        if (log.isEmpty()) {
            return;
        }
        TicketState state = new TicketState(
                log.stream().map(event -> event.toDomain(ticket)).toList(), progress.reached());
        Advance advance = TicketHistory.advance(state, rules, Instant.ofEpochMilli(now));
        advance.said().forEach(this::say);
        advance.refused().forEach(refused -> refuse(refused, log));
        if (advance.isForgotten()) {
            progress.timers().forEach(timer -> timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, timer));
            store.clear();
        } else {
            keepLog(log, advance.state());
            store.keep(withNextMoment(progress.advanced(now), ticket, advance));
        }
    }

    private void keepLog(List<LoggedEvent> log, TicketState next) throws Exception {
        if (next.log().size() < log.size()) {
            store.replaceLog(next.log().stream().map(event -> find(event, log)).toList());
        }
    }

    private TicketProgressState withNextMoment(TicketProgressState progress, String ticket, Advance advance) {
        Optional<Instant> known = advance.state().nextKnown();
        known.ifPresent(time -> wakeAt(time.toEpochMilli(), ticket));
        if (advance.next().isEmpty() || advance.next().equals(known)) {
            return progress;
        }
        long next = wholeMillisFrom(advance.next().get());
        if (!progress.isTimerNeeded(next)) {
            return progress;
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
        return progress.withTimer(next);
    }

    /** Time comes in whole milliseconds, so what lies between two of them comes with the later. */
    private static long wholeMillisFrom(Instant instant) {
        return instant.plusNanos(999_999).toEpochMilli();
    }

    private void say(io.satisflow.sla.SlaEvent said) {
        output.collect(new StreamRecord<>(SlaRecords.toWire(said), said.asOf().toEpochMilli()));
    }

    private void refuse(RefusedEvent refused, List<LoggedEvent> log) {
        if (refused.reason() == Refusal.DUPLICATE) {
            duplicates.inc();
            return;
        }
        output.collect(REFUSED, new StreamRecord<>(SlaRecords.deadLetter(refused, find(refused.event(), log))));
    }

    private static LoggedEvent find(io.satisflow.sla.TicketEvent event, List<LoggedEvent> log) {
        return log.stream().filter(logged -> logged.isSame(event)).findFirst().orElseThrow();
    }
}
