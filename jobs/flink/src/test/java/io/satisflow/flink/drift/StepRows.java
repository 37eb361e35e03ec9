package io.satisflow.flink.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.verbatim.AspectTexts;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** Rows of the window of one hour, of all feedback and of two channels with as many answers each. */
public final class StepRows {
    public static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final long N = 50;

    private StepRows() {}

    /** So many steady hours, then so many in which one channel has fallen by 20. */
    public static List<ScoreRow> drop(int steady, int fallen) {
        List<ScoreRow> rows = new ArrayList<>();
        for (int hour = 1; hour <= steady + fallen; hour++) {
            double usual = hour % 2 == 0 ? 81 : 79;
            double app = hour > steady ? usual - 20 : usual;
            rows.add(row(Map.of("channel", "app"), hour, app, N));
            rows.add(row(Map.of("channel", "phone"), hour, usual, N));
            rows.add(row(Map.of(), hour, (usual + app) / 2, 2 * N));
        }
        return rows;
    }

    /** The steps that the rows are made into, the rows arriving before any time has passed. */
    static List<DriftArrival> steps(List<ScoreRow> rows, DriftRules rules) throws Exception {
        try (var steps = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DisjointSteps(rules)),
                (ScoreRow row) -> row.segment().key(),
                Types.STRING)) {
            steps.open();
            for (ScoreRow row : rows) {
                steps.processElement(row, row.asOf().toEpochMilli());
            }
            steps.processWatermark(new Watermark(MONDAY.plus(Duration.ofDays(3)).toEpochMilli()));
            if (steps.numKeyedStateEntries() + steps.numEventTimeTimers() > 0) {
                throw new AssertionError("steps leave state or timers behind");
            }
            return steps.extractOutputValues();
        }
    }

    /** A text of all feedback, as it is told for each of its aspects. */
    static List<DriftArrival> told(CustomerText text, DriftRules rules) {
        long step = rules.step().toMillis();
        Instant end = Instant.ofEpochMilli(Math.floorDiv(text.knownAt().toEpochMilli() + step - 1, step) * step);
        return Stream.concat(text.aspects().stream(), Stream.of(AspectTexts.ANY))
                .map(aspect -> DriftArrival.of(
                        Segment.ALL, AspectTexts.upTo(end, aspect).with(text)))
                .toList();
    }

    public static ScoreRow row(Map<String, String> segment, int hour, @Nullable Double value, long n) {
        Instant to = MONDAY.plus(Duration.ofHours(hour));
        return row(segment, to, to, value, n);
    }

    public static ScoreRow row(Map<String, String> segment, Instant to, Instant asOf, @Nullable Double value, long n) {
        Double low = value == null ? null : value - 2;
        Double high = value == null ? null : value + 2;
        return new ScoreRow(
                Segment.of(segment),
                "1h",
                to.minus(Duration.ofHours(1)),
                to,
                asOf,
                Map.of("csat", new ReportedScore(value, n, low, high, null, null, null, null)));
    }
}
