package io.satisflow.local.bench.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.Reading;
import io.satisflow.drift.SegmentStep;
import io.satisflow.drift.SeriesState;
import io.satisflow.drift.SeriesWatch;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A series of values put through the same watch as in the job. */
final class WatchedSeries {
    static final String METRIC = "score";

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final long N = 100;

    private WatchedSeries() {}

    /** A signal, and the step that brought it. */
    record Told(int step, DriftSignal signal) {}

    static List<Told> watch(DriftRules rules, double[] values) {
        SeriesWatch watch = new SeriesWatch(rules, Segment.ALL, METRIC);
        SeriesState state = SeriesState.NEW;
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Instant from = START.plus(rules.step().multipliedBy(i));
            Instant to = from.plus(rules.step());
            Map<String, Reading> own = Map.of(METRIC, new Reading(values[i], N, null, null));
            SeriesWatch.Turn turn = watch.next(state, new SegmentStep(from, to, to, own, Map.of()));
            state = turn.state();
            int step = i;
            turn.signals().forEach(signal -> told.add(new Told(step, signal)));
        }
        return told;
    }
}
