package io.satisflow.flink.drift;

import io.satisflow.config.DurationText;
import io.satisflow.drift.DriftRules;
import io.satisflow.drift.Reading;
import io.satisflow.drift.Segment;
import io.satisflow.drift.StepArrival;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Takes the rows whose windows follow one another without overlapping: those of the window as long as a step that end at
 * whole steps. Tells each to its segment, and to every segment that it is a part of.
 */
final class StepsBySegment implements FlatMapFunction<SatisfactionRow, DriftArrival> {
    private final DriftRules rules;

    StepsBySegment(DriftRules rules) {
        this.rules = rules;
    }

    @Override
    public void flatMap(SatisfactionRow row, Collector<DriftArrival> out) {
        if (!isStep(row)) {
            return;
        }
        Map<String, Reading> readings = readings(row);
        if (readings.isEmpty()) {
            return;
        }
        Segment segment = new Segment(row.getSegment());
        out.collect(
                DriftArrival.of(new StepArrival(segment, null, row.getFrom(), row.getTo(), row.getAsOf(), readings)));
        for (Segment.Part part : segment.parents()) {
            out.collect(DriftArrival.of(
                    new StepArrival(part.whole(), part.name(), row.getFrom(), row.getTo(), row.getAsOf(), readings)));
        }
    }

    private boolean isStep(SatisfactionRow row) {
        Instant to = row.getTo();
        return isAsLong(row.getWindow())
                && Duration.between(row.getFrom(), to).equals(rules.step())
                && to.toEpochMilli() % rules.step().toMillis() == 0;
    }

    /** Periods such as today have names that are no durations. */
    private boolean isAsLong(String window) {
        try {
            return DurationText.parse(window).equals(rules.step());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Map<String, Reading> readings(SatisfactionRow row) {
        Map<String, Reading> readings = new TreeMap<>();
        for (String metric : rules.metrics()) {
            Metric measured = row.getMetrics().get(metric);
            if (measured != null) {
                readings.put(
                        metric,
                        new Reading(measured.getValue(), measured.getN(), measured.getLow(), measured.getHigh()));
            }
        }
        return readings;
    }
}
