package io.satisflow.flink.drift;

import io.satisflow.config.DurationText;
import io.satisflow.drift.DriftRules;
import io.satisflow.drift.Reading;
import io.satisflow.drift.StepArrival;
import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.StoredRecords;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps that do not overlap out of the rows of the window that is as long as a step. Only rows that changed are told, so
 * the row of a whole step is the last one since the step before: what nothing has changed in stands as it stood. Each step
 * goes to its segment, and to every segment that it is a part of. What becomes known after a step's end (a correction) does
 * not change it any more, and is counted.
 */
final class DisjointSteps extends KeyedProcessFunction<String, ScoreRow, DriftArrival> {
    private final DriftRules rules;
    private transient StoredRecords<Long, StepArrival> lastRows;
    private transient Counter corrections;

    DisjointSteps(DriftRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        lastRows = new StoredRecords<>(getRuntimeContext(), "last-rows", Types.LONG, StepArrival.class);
        corrections = getRuntimeContext().getMetricGroup().counter("correctionsOfClosedSteps");
    }

    /** Periods such as today have names that are no durations. */
    static boolean isAsLong(ScoreRow row, Duration step) {
        try {
            return DurationText.parse(row.window()).equals(step)
                    && Duration.between(row.from(), row.to()).equals(step);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void processElement(ScoreRow row, Context context, Collector<DriftArrival> out) throws Exception {
        long end = endOfStep(row.to());
        if (row.asOf().toEpochMilli() > end) {
            corrections.inc();
            return;
        }
        StepArrival last = lastRows.get(end);
        if (last == null) {
            context.timerService().registerEventTimeTimer(end);
        }
        if (isLater(row, last)) {
            lastRows.put(end, arrival(row));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DriftArrival> out) throws Exception {
        StepArrival last = lastRows.get(timestamp);
        if (last == null || Standstill.isReached(context.timerService())) {
            return;
        }
        lastRows.remove(timestamp);
        if (timestamp % rules.step().toMillis() != 0) {
            // The end of a step of the length that the settings had before a restart.
            return;
        }
        Instant end = Instant.ofEpochMilli(timestamp);
        Instant start = end.minus(rules.step());
        Map<String, Reading> readings = last.readings();
        out.collect(DriftArrival.of(new StepArrival(last.segment(), null, start, end, end, readings)));
        for (Segment.Part part : last.segment().parents()) {
            out.collect(DriftArrival.of(new StepArrival(part.whole(), part.name(), start, end, end, readings)));
        }
    }

    private long endOfStep(Instant to) {
        long step = rules.step().toMillis();
        return Math.floorDiv(to.toEpochMilli() + step - 1, step) * step;
    }

    private static boolean isLater(ScoreRow row, @Nullable StepArrival last) {
        if (last == null || row.to().isAfter(last.to())) {
            return true;
        }
        return row.to().equals(last.to()) && row.asOf().isAfter(last.asOf());
    }

    private StepArrival arrival(ScoreRow row) {
        Map<String, Reading> readings = new TreeMap<>();
        for (String metric : rules.metrics()) {
            ReportedScore score = row.scores().get(metric);
            if (score != null) {
                readings.put(metric, new Reading(score.value(), score.n(), score.low(), score.high()));
            }
        }
        return new StepArrival(row.segment(), null, row.from(), row.to(), row.asOf(), readings);
    }
}
