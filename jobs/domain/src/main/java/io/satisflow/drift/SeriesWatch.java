package io.satisflow.drift;

import io.satisflow.drift.detector.Baseline;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.EwmaChart;
import io.satisflow.drift.detector.Level;
import io.satisflow.drift.detector.Step;
import io.satisflow.id.DerivedId;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the series of one metric of one segment, step by step: learns what is normal, says when the moving average leaves
 * its limits, and when it is back. A pure function of state and step.
 */
public final class SeriesWatch {
    private final DriftRules rules;
    private final EwmaChart chart;
    private final Segment segment;
    private final String metric;

    public SeriesWatch(DriftRules rules, Segment segment, String metric) {
        this.rules = rules;
        this.chart = rules.chart();
        this.segment = segment;
        this.metric = metric;
    }

    /** What came of a step. */
    public record Turn(SeriesState state, Optional<DriftSignal> signal) {}

    /** A step of too few answers changes nothing, and neither do its parts. */
    public Turn next(SeriesState state, SegmentStep step) {
        Optional<Step> measured = step.measured(metric).filter(point -> point.n() >= rules.minimumN());
        if (measured.isEmpty()) {
            return new Turn(state, Optional.empty());
        }
        Map<String, Reading> parts = step.parts(metric);
        return state.chart() == null
                ? new Turn(learn(state, measured.get(), parts), Optional.empty())
                : judge(move(state, state.chart(), measured.get(), parts), measured.get());
    }

    /** The series has had no step for so long that it is forgotten; a drift that lasts ends with it. */
    public Optional<DriftSignal> forget(SeriesState state, Instant at) {
        return Optional.ofNullable(state.drift()).map(drift -> signal(state, drift, true, at));
    }

    private SeriesState learn(SeriesState state, Step step, Map<String, Reading> parts) {
        Baseline baseline = state.baseline().with(step);
        EwmaChart.State start = baseline.steps() < rules.baselineSteps()
                ? null
                : chart.start(baseline.target(), baseline.deviation(step));
        return new SeriesState(baseline, start, null, Level.NONE, state.parts().withBefore(parts), null);
    }

    private SeriesState move(SeriesState state, EwmaChart.State before, Step step, Map<String, Reading> parts) {
        Baseline baseline = state.baseline();
        double deviation = baseline.deviation(step);
        EwmaChart.State after = chart.next(before, step.value(), deviation);
        boolean crossed = (after.average() - baseline.target()) * (before.average() - baseline.target()) <= 0;
        boolean begins = state.since() == null || crossed;
        Parts known = begins ? state.parts().withoutSince() : state.parts();
        Level level = begins ? Level.NONE : state.level();
        return new SeriesState(
                baseline,
                after,
                begins ? step.from() : state.since(),
                level.with(step.value(), step.n(), deviation),
                known.withSince(parts),
                state.drift());
    }

    private Turn judge(SeriesState state, Step step) {
        EwmaChart.State average = Objects.requireNonNull(state.chart());
        double target = state.baseline().target();
        SeriesState.Drift drift = state.drift();
        if (drift != null) {
            boolean back =
                    chart.isBack(average, target) || Direction.of(average.average() - target) != drift.direction();
            return back
                    ? new Turn(with(state, null), Optional.of(signal(state, drift, true, step.asOf())))
                    : new Turn(state, Optional.empty());
        }
        return chart.signal(average, target)
                .map(direction -> begin(state, direction, step.asOf()))
                .orElse(new Turn(state, Optional.empty()));
    }

    private Turn begin(SeriesState state, Direction direction, Instant at) {
        SeriesState.Drift drift =
                new SeriesState.Drift(DerivedId.of("drift", segment.key(), metric, at.toEpochMilli()), direction);
        return new Turn(with(state, drift), Optional.of(signal(state, drift, false, at)));
    }

    private DriftSignal signal(SeriesState state, SeriesState.Drift drift, boolean ended, Instant at) {
        Level before = state.baseline().level();
        Level since = state.level();
        double margin = Reading.WIDTH_OF_95_PERCENT * since.standardError();
        return new DriftSignal(
                drift.id(),
                segment,
                metric,
                ended,
                at,
                drift.direction(),
                before.mean(),
                since.mean(),
                since.mean() - margin,
                since.mean() + margin,
                state.since() == null ? at : state.since(),
                since.n(),
                rules.detector(),
                state.parts().drivers(before, since),
                List.of());
    }

    private static SeriesState with(SeriesState state, SeriesState.@Nullable Drift drift) {
        return new SeriesState(state.baseline(), state.chart(), state.since(), state.level(), state.parts(), drift);
    }
}
