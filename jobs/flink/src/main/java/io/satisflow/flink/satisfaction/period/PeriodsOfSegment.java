package io.satisflow.flink.satisfaction.period;

import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.period.Period;
import io.satisflow.satisfaction.period.PeriodSettings;
import io.satisflow.satisfaction.period.PeriodStanding;
import io.satisflow.satisfaction.period.PeriodSums;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps days and months of a segment, and tells its periods to date when something has changed by the end of a step, and when a
 * period that holds anything ends. An answer costs the same whatever the periods are: it is added to its day and its month.
 */
public final class PeriodsOfSegment extends KeyedProcessFunction<String, SegmentChange, ScoreRow> {
    private final SatisfactionSettings settings;
    private final @Nullable PeriodSettings periods;
    private transient MapState<Long, WaitingState> waiting;
    private transient MapState<Long, byte[]> days;
    private transient MapState<Long, byte[]> months;
    private transient ValueState<Long> turn;

    /** Without periods in the settings it does nothing. */
    @SuppressWarnings("NullAway.Init")
    public PeriodsOfSegment(SatisfactionSettings settings) {
        this.settings = settings;
        this.periods = settings.periods();
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("waiting", Types.LONG, TypeInformation.of(WaitingState.class)));
        days = getRuntimeContext().getMapState(bytes("days"));
        months = getRuntimeContext().getMapState(bytes("months"));
        turn = getRuntimeContext().getState(new ValueStateDescriptor<>("turn", Types.LONG));
    }

    private static MapStateDescriptor<Long, byte[]> bytes(String name) {
        return new MapStateDescriptor<>(name, Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    @Override
    public void processElement(SegmentChange change, Context context, Collector<ScoreRow> out) throws Exception {
        if (periods == null) {
            return;
        }
        long watermark = context.timerService().currentWatermark();
        // Of the time before the watermark all has been told.
        long told = Math.max(change.knownAt(), watermark == Long.MAX_VALUE ? Long.MIN_VALUE : watermark + 1);
        // What occurs just when a step ends belongs to the next one.
        long from = Math.max(told, change.occurredAt() + 1);
        long boundary = periods.boundary(Instant.ofEpochMilli(from)).toEpochMilli();
        WaitingState others = waiting.get(boundary);
        if (others == null) {
            context.timerService().registerEventTimeTimer(boundary);
        }
        long slot =
                periods.startOfSlot(Instant.ofEpochMilli(change.occurredAt())).toEpochMilli();
        waiting.put(boundary, (others == null ? WaitingState.NONE : others).with(slot, change.tallies()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ScoreRow> out) throws Exception {
        if (periods == null || Standstill.isReached(context.timerService())) {
            return;
        }
        StoredDays stored = new StoredDays(days, months);
        WaitingState known = waiting.get(timestamp);
        Long awaited = turn.value();
        boolean isTurn = awaited != null && awaited <= timestamp;
        if (known == null && !isTurn) {
            return;
        }
        if (known != null) {
            waiting.remove(timestamp);
            for (WaitingState.Part part : known.parts()) {
                Instant at = Instant.ofEpochMilli(part.occurredAt());
                stored.add(periods.dayOf(at), periods.slotOf(at), TalliesFormat.read(part.tallies()));
            }
        }
        if (isTurn) {
            stored.dropBefore(periods.dayOf(Instant.ofEpochMilli(timestamp)));
        }
        long next = tell(stored, timestamp, context, out);
        if (stored.isEmpty()) {
            turn.clear();
            return;
        }
        if (awaited == null || isTurn || next < awaited) {
            turn.update(next);
            context.timerService().registerEventTimeTimer(next);
        }
    }

    /**
     * Tells each period, and returns when the first of those that hold anything ends; should none of them, when the oldest of what
     * is kept may be dropped.
     */
    private long tell(StoredDays stored, long timestamp, OnTimerContext context, Collector<ScoreRow> out)
            throws Exception {
        PeriodSettings told = Objects.requireNonNull(periods);
        Instant to = Instant.ofEpochMilli(timestamp);
        Segment segment = Segment.parse(context.getCurrentKey());
        PeriodSums sums = new PeriodSums(told, stored);
        LocalDate today = told.dayOf(to);
        Instant next = told.startOf(today.withDayOfMonth(1).plusMonths(1));
        for (Period period : told.periods()) {
            PeriodStanding standing = sums.at(period, to);
            out.collect(standing.scores(segment, settings.metrics()));
            if (standing.current().isNothing()) {
                continue;
            }
            // One that has just ended is told as it ended; that the next one is empty is told a step later.
            Instant change = standing.end().isAfter(to) ? standing.end() : told.boundary(to.plusMillis(1));
            next = change.isBefore(next) ? change : next;
        }
        return next.toEpochMilli();
    }
}
