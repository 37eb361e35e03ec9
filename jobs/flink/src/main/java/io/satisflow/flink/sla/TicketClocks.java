package io.satisflow.flink.sla;

import io.satisflow.sla.Advance;
import io.satisflow.sla.Refusal;
import io.satisflow.sla.RefusedEvent;
import io.satisflow.sla.SlaRules;
import io.satisflow.sla.TicketHistory;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
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
 * Keeps a ticket's log and moves it forward in event time only (rule T4): when the watermark has come to its events, or
 * to its next moment. Timers are lazy: one for the ticket's next moment. When a deadline moves later the timer fires
 * early and is set again; only one that moves earlier needs a new timer.
 */
final class TicketClocks extends AbstractStreamOperator<SlaEvent>
        implements OneInputStreamOperator<TicketEvent, SlaEvent>, Triggerable<String, VoidNamespace> {
    static final OutputTag<DeadLetter> REFUSED =
            new OutputTag<>("refused-ticket-events", TypeInformation.of(DeadLetter.class));

    private final SlaRules rules;
    private transient ArrivedEvents arrived;
    private transient ValueState<byte[]> rows;
    private transient TicketRowBytes bytes;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Counter duplicates;

    TicketClocks(SlaRules rules) {
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        arrived = new ArrivedEvents();
        rows = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("tickets", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        bytes = new TicketRowBytes();
        timers = getInternalTimerService("ticket-moments", VoidNamespaceSerializer.INSTANCE, this);
        duplicates = getMetricGroup().counter("duplicateTicketEvents");
    }

    @Override
    public void processElement(StreamRecord<TicketEvent> element) throws Exception {
        TicketEvent event = element.getValue();
        LoggedEvent logged = LoggedEvent.of(event);
        if (arrived.hasRoom()) {
            arrived.add(event.getTicket(), logged);
        } else {
            keepForLater(event.getTicket(), List.of(logged));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (!isEnd(mark.getTimestamp())) {
            useUntil(mark.getTimestamp());
        }
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (!isEnd(timers.currentWatermark())) {
            advance(timer.getKey(), List.of(), timers.currentWatermark());
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

    /** After the END of a replay time stands still: what would happen later has not happened. */
    private static boolean isEnd(long watermark) {
        return watermark == Watermark.MAX_WATERMARK.getTimestamp();
    }

    /** In the ticket's row, with a timer for when time will have come to them. */
    private void keepForLater(String ticket, List<LoggedEvent> events) {
        setCurrentKey(ticket);
        try {
            rows.update(bytes.encode(bytes.decode(rows.value()).with(events)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        events.stream()
                .mapToLong(LoggedEvent::knownAt)
                .distinct()
                .forEach(time -> timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time));
    }

    private void useUntil(long now) throws Exception {
        Optional<ArrivedEvents.Batch> next = arrived.takeUntil(now);
        while (next.isPresent()) {
            setCurrentKey(next.get().ticket());
            advance(next.get().ticket(), next.get().events(), now);
            next = arrived.takeUntil(now);
        }
    }

    private void advance(String ticket, List<LoggedEvent> news, long now) throws Exception {
        TicketRow row = bytes.decode(rows.value()).with(news);
        if (row.log().isEmpty() || (news.isEmpty() && row.advancedTo() >= now)) {
            return;
        }
        Advance advance = TicketHistory.advance(row.toDomain(ticket), rules, Instant.ofEpochMilli(now));
        advance.said().forEach(this::say);
        advance.refused().forEach(refused -> refuse(refused, row));
        if (advance.isForgotten()) {
            row.timers().forEach(timer -> timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, timer));
            rows.clear();
        } else {
            TicketRow advanced = row.advanced(advance.state());
            rows.update(bytes.encode(
                    advance.next().map(next -> withTimer(advanced, next)).orElse(advanced)));
        }
    }

    private TicketRow withTimer(TicketRow row, Instant next) {
        // Time comes in whole milliseconds, so what lies between two of them comes with the later.
        long time = next.plusNanos(999_999).toEpochMilli();
        if (!row.isTimerNeeded(time)) {
            return row;
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        return row.withTimer(time);
    }

    private void say(io.satisflow.sla.SlaEvent said) {
        output.collect(new StreamRecord<>(SlaRecords.toWire(said), said.asOf().toEpochMilli()));
    }

    private void refuse(RefusedEvent refused, TicketRow row) {
        if (refused.reason() == Refusal.DUPLICATE) {
            duplicates.inc();
            return;
        }
        output.collect(REFUSED, new StreamRecord<>(SlaRecords.deadLetter(refused, row.find(refused.event()))));
    }
}
