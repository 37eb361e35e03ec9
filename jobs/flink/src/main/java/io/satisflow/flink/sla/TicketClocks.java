package io.satisflow.flink.sla;

import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.Arrived;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.TicketAdvance;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a ticket's log and moves it forward in event time only (rule T4): when the watermark has come to its events, or
 * to its next moment.
 */
final class TicketClocks extends AbstractStreamOperator<SlaEvent>
        implements TwoInputStreamOperator<RecordedTicketEvent, AppliedPolicies, SlaEvent>,
                Triggerable<String, VoidNamespace> {
    static final OutputTag<DeadLetter> REFUSED =
            new OutputTag<>("refused-ticket-events", DomainTypes.of(DeadLetter.class));

    static final OutputTag<Milestone> MILESTONES = new OutputTag<>("milestones", DomainTypes.of(Milestone.class));

    private static final int SWEPT_AT_ONCE = 1000;
    private static final long SWEEP_PACE_MILLIS = 5;
    /** Tickets that are moved on in one go, without letting records and barriers through. */
    private static final int MOVED_AT_ONCE = 2000;

    private final SlaRules configured;
    private transient RuleBook book;
    private transient PolicySweep sweep;
    private transient @Nullable ScheduledFuture<?> sweeping;
    private transient ListState<Long> reachedState;
    /** Up to here every subtask had come before the restart. */
    private transient long reachedBefore;

    private transient Arrived<LoggedEvent> arrived;
    private transient DueTickets due;
    private transient TicketRows rows;
    private transient TicketTimers timers;
    private transient TimeInSlices time;
    private transient ClockOutputs outputs;

    /** @param configured what holds until other policies are applied */
    TicketClocks(SlaRules configured) {
        this.configured = configured;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        reachedState =
                context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("reached", Types.LONG));
        reachedBefore = StreamSupport.stream(reachedState.get().spliterator(), false)
                .min(Comparator.naturalOrder())
                .orElse(Long.MIN_VALUE);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        reachedState.update(List.of(Math.max(reachedBefore, time.reached())));
    }

    @Override
    public void open() throws Exception {
        super.open();
        book = RuleBook.of(configured);
        sweep = new PolicySweep(this::wakeAt);
        arrived = new Arrived<>(LoggedEvent::knownAt);
        due = new DueTickets(getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
        rows = new TicketRows(getRuntimeContext());
        timers = new TicketTimers(getInternalTimerService(TicketTimers.NAME, VoidNamespaceSerializer.INSTANCE, this));
        time = new TimeInSlices(this::doSomeUntil, this::pass, getProcessingTimeService());
        outputs = new ClockOutputs(
                output,
                getMetricGroup().counter("duplicateTicketEvents"),
                getMetricGroup().counter("breaches"));
    }

    @Override
    public void close() throws Exception {
        if (sweep != null) {
            sweep.close();
        }
        if (timers != null) {
            timers.close();
        }
        super.close();
    }

    @Override
    public void processElement1(StreamRecord<RecordedTicketEvent> element) {
        RecordedTicketEvent event = element.getValue();
        LoggedEvent logged = LoggedEvent.of(event);
        if (arrived.hasRoom()) {
            arrived.add(event.ticket(), logged);
        } else {
            keepForLater(event.ticket(), List.of(logged));
        }
    }

    /** Every version comes before time comes to it; after a restart they all come again. */
    @Override
    public void processElement2(StreamRecord<AppliedPolicies> element) {
        RuleVersion version = element.getValue().toRules(configured);
        book = book.with(version);
        long effectiveAt = version.from().toEpochMilli();
        if (effectiveAt > Math.max(reachedBefore, timers.reached())) {
            sweep.start(effectiveAt, TicketRows.openTickets(getKeyedStateBackend()));
            keepSweeping();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (Standstill.isReached(mark.getTimestamp())) {
            time.finish();
            super.processWatermark(mark);
        } else {
            time.moveTo(mark.getTimestamp());
        }
    }

    @Override
    public void finish() throws Exception {
        time.finish();
        super.finish();
    }

    private void pass(long reached) {
        output.emitWatermark(new Watermark(reached));
        timers.tellNext();
    }

    /** Whether that was all there is to do up to this watermark. */
    private boolean doSomeUntil(long watermark) throws Exception {
        if (sweep.isNeededFor(watermark)) {
            sweep.visitSome(MOVED_AT_ONCE);
            return false;
        }
        useUntil(watermark);
        boolean isAll = getTimeServiceManager()
                .orElseThrow()
                .tryAdvanceWatermark(new Watermark(watermark), () -> due.size() >= MOVED_AT_ONCE);
        for (String ticket : due.take()) {
            setCurrentKey(ticket);
            advance(ticket, List.of(), watermark);
        }
        return isAll;
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
        if (!Standstill.isReached(timers.reached())) {
            due.add(timer.getKey());
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("clocks go by event time only");
    }

    /** A checkpoint holds no memory. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        arrived.drainTo(this::keepForLater);
    }

    private void keepSweeping() {
        if (sweeping == null) {
            sweeping = getProcessingTimeService()
                    .scheduleWithFixedDelay(now -> sweepOn(), SWEEP_PACE_MILLIS, SWEEP_PACE_MILLIS);
        }
    }

    private void sweepOn() {
        sweep.visitSome(SWEPT_AT_ONCE);
        if (sweep.isDone() && sweeping != null) {
            sweeping.cancel(false);
            sweeping = null;
        }
    }

    private void wakeAt(String ticket, long time) {
        setCurrentKey(ticket);
        timers.set(time);
    }

    /** In the ticket's row, with a timer for when time will have come to them. */
    private void keepForLater(String ticket, List<LoggedEvent> events) {
        setCurrentKey(ticket);
        try {
            TicketRow before = rows.read(ticket);
            rows.keep(before, before.with(events));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        events.stream().mapToLong(LoggedEvent::knownAt).distinct().forEach(time -> wakeAt(ticket, time));
    }

    private void useUntil(long now) throws Exception {
        Optional<Arrived.Batch<LoggedEvent>> next = arrived.takeUntil(now);
        while (next.isPresent()) {
            setCurrentKey(next.get().key());
            advance(next.get().key(), next.get().items(), now);
            next = arrived.takeUntil(now);
        }
    }

    private void advance(String ticket, List<LoggedEvent> news, long now) throws Exception {
        TicketRow before = rows.read(ticket);
        TicketRow row = before.with(news);
        if (row.isUnknown() || (news.isEmpty() && row.advancedTo() >= now)) {
            return;
        }
        TicketAdvance advance = TicketHistory.advance(row.toDomain(ticket), book, Instant.ofEpochMilli(now));
        outputs.tell(advance, row);
        if (advance.isForgotten()) {
            timers.forget(row, book, now);
            rows.forget();
            return;
        }
        TicketRow advanced = row.advanced(advance.state());
        rows.keep(before, advance.next().map(next -> timers.set(advanced, next)).orElse(advanced));
    }
}
