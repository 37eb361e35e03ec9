package io.satisflow.flink.intake;

import io.satisflow.flink.quiet.HeardRecords;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.time.PartitionClock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    static final OutputTag<SaidAgain> MAYBE_REPEATED =
            new OutputTag<>("maybe-repeated", DomainTypes.of(SaidAgain.class));

    private final IntakeTime time;
    private final TreeSet<String> channelsWithRepeats;
    private transient ValueState<PartitionClockState> clockState;
    private transient IgnoredRecords ignored;
    private transient SourceDelays delays;

    @SuppressWarnings("NullAway.Init")
    StampKnownAt(IntakeTime time, Set<String> channelsWithRepeats) {
        this.time = time;
        this.channelsWithRepeats = new TreeSet<>(channelsWithRepeats);
    }

    @Override
    public void open(OpenContext context) {
        ignored = new IgnoredRecords(getRuntimeContext().getMetricGroup());
        delays = new SourceDelays(getRuntimeContext().getMetricGroup());
        clockState = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("partition-clock", TypeInformation.of(PartitionClockState.class)));
    }

    @Override
    public void processElement(RawArrival arrival, Context context, Collector<RecordedFeedback> out)
            throws IOException {
        if (arrival.mark() == null) {
            HeardRecords.hear();
            measure(arrival);
        }
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

    /** Live; the rows of a replay have been under way for as long as its file is old. */
    private void measure(RawArrival arrival) {
        if (time.live() && arrival.occurredAt() != null && arrival.storedAt() != null) {
            String channel = arrival.ticketEvents().isEmpty()
                    ? arrival.feedback().get(0).feedback().channel()
                    : arrival.ticketEvents().get(0).channel();
            delays.add(channel, arrival.occurredAt(), arrival.storedAt());
        }
    }

    private void emit(RawArrival arrival, Instant knownAt, Context context, Collector<RecordedFeedback> out) {
        List<RecordedTicketEvent> events = new ArrayList<>();
        arrival.ticketEvents().forEach(event -> events.add(event.withKnownAt(knownAt)));
        for (RecordedFeedback each : arrival.feedback()) {
            RecordedFeedback feedback = each.withKnownAt(knownAt);
            boolean maybeRepeated =
                    channelsWithRepeats.contains(feedback.feedback().channel());
            if (maybeRepeated && SaidAgain.isPossible(feedback.feedback())) {
                context.output(MAYBE_REPEATED, SaidAgain.of(feedback, events));
            } else {
                out.collect(feedback);
            }
        }
        events.forEach(event -> context.output(TICKET_EVENTS, event));
        refuse(arrival, knownAt, context);
    }

    private static void refuse(RawArrival arrival, @Nullable Instant at, Context context) {
        for (DeadLetter letter : arrival.deadLetters()) {
            context.output(DEAD_LETTERS, letter.withAt(at));
        }
    }
}
