package io.satisflow.flink.intake;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.time.PartitionClock;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Says from when each record may be used (rule T1), partition by partition, and sends it on its way. */
final class StampKnownAt extends KeyedProcessFunction<String, RawArrival, RecordedFeedback> {
    static final OutputTag<RecordedTicketEvent> TICKET_EVENTS =
            new OutputTag<>("ticket-events", DomainTypes.of(RecordedTicketEvent.class));
    static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", DomainTypes.of(DeadLetter.class));

    private final IntakeTime time;
    private transient ValueState<PartitionClockState> clockState;
    private transient IgnoredRecords ignored;

    @SuppressWarnings("NullAway.Init")
    StampKnownAt(IntakeTime time) {
        this.time = time;
    }

    @Override
    public void open(OpenContext context) {
        ignored = new IgnoredRecords(getRuntimeContext().getMetricGroup());
        clockState = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("partition-clock", TypeInformation.of(PartitionClockState.class)));
    }

    @Override
    public void processElement(RawArrival arrival, Context context, Collector<RecordedFeedback> out)
            throws IOException {
        PartitionClockState stored = clockState.value();
        PartitionClock clock = stored == null ? PartitionClock.BEFORE_ANYTHING : stored.toClock();
        if (arrival.ignored() != null) {
            ignored.count(arrival.ignored());
            return;
        }
        if (arrival.occurredAt() == null && arrival.mark() == null) {
            refuse(arrival, clock.reached().orElse(null), context);
            return;
        }
        if (arrival.occurredAt() != null) {
            Instant occurredAt = Instant.ofEpochMilli(arrival.occurredAt());
            emit(arrival, clock.knownAt(occurredAt, time.disorder()), context, out);
            clock = time.isMovedByRecords() ? clock.afterRecord(occurredAt) : clock;
        }
        if (arrival.mark() != null) {
            clock = clock.afterMark(Instant.ofEpochMilli(arrival.mark().time()));
        }
        clockState.update(PartitionClockState.of(clock));
    }

    private static void emit(RawArrival arrival, Instant knownAt, Context context, Collector<RecordedFeedback> out) {
        for (RecordedFeedback feedback : arrival.feedback()) {
            out.collect(feedback.withKnownAt(knownAt));
        }
        for (RecordedTicketEvent event : arrival.ticketEvents()) {
            context.output(TICKET_EVENTS, event.withKnownAt(knownAt));
        }
        refuse(arrival, knownAt, context);
    }

    private static void refuse(RawArrival arrival, @Nullable Instant at, Context context) {
        for (DeadLetter letter : arrival.deadLetters()) {
            context.output(DEAD_LETTERS, letter.withAt(at));
        }
    }
}
