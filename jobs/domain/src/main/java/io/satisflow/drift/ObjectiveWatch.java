package io.satisflow.drift;

import io.satisflow.drift.SeriesWatch.Turn;
import io.satisflow.drift.detector.BurnRate;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.Level;
import io.satisflow.drift.detector.Step;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.id.DerivedId;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Watches the share of promises that are kept against its objective, in per cent, by how fast it burns what may be missed. */
final class ObjectiveWatch {
    private static final double WHOLE = 100;
    private static final String DETECTOR = "burn-rate-1";

    private final Segment segment;
    private final String metric;
    private final double objective;
    private final BurnRate detector;

    ObjectiveWatch(Segment segment, String metric, double objective) {
        this.segment = segment;
        this.metric = metric;
        this.objective = objective;
        this.detector = new BurnRate(WHOLE, objective);
    }

    Turn next(SeriesState state, Step step) {
        BurnRate.State burnt = detector.next(state.burn() == null ? detector.start() : state.burn(), step);
        boolean burns = detector.signal(burnt).isPresent();
        SeriesState moved = state.withBurn(burnt);
        if (burns == (state.drift() != null)) {
            return Turn.quiet(moved);
        }
        DriftState drift = state.drift() == null ? drift(step) : state.drift();
        DriftPhase phase = burns ? DriftPhase.DRIFTED : DriftPhase.ENDED;
        return new Turn(moved.withDrift(burns ? drift : null), List.of(signal(drift, phase, step)));
    }

    private DriftState drift(Step step) {
        Instant at = step.asOf();
        return new DriftState(
                DerivedId.of("drift", segment.key(), metric, at.toEpochMilli()),
                Direction.DOWN,
                step.from(),
                objective,
                step.value(),
                null,
                step.value(),
                0,
                0,
                Level.NONE,
                Map.of(),
                false);
    }

    private DriftSignal signal(DriftState drift, DriftPhase phase, Step step) {
        double margin = Reading.WIDTH_OF_95_PERCENT * step.standardError();
        return new DriftSignal(
                drift.id(),
                segment,
                metric,
                phase,
                step.asOf(),
                Direction.DOWN,
                objective,
                step.value(),
                step.value() - margin,
                step.value() + margin,
                drift.since(),
                step.n(),
                1,
                DETECTOR,
                List.of(),
                List.of());
    }
}
