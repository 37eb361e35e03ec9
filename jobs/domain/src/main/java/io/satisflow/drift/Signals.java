package io.satisflow.drift;

import io.satisflow.drift.normal.NormalScores;
import io.satisflow.drift.normal.NormalState;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Puts into signals what a watch has found. */
record Signals(Segment segment, String metric) {

    DriftSignal begun(
            DriftState drift, Excursion change, NormalState before, List<Driver> drivers, String detector, Instant at) {
        double carried = before.autocorrelation().coefficient();
        double error = before.deviation() / Math.sqrt(change.steps()) * Math.sqrt((1 + carried) / (1 - carried));
        double margin = Reading.WIDTH_OF_95_PERCENT * error;
        double chance =
                2 * NormalScores.upperTail(Math.abs(drift.to() - drift.from()) / Math.max(error, Double.MIN_NORMAL));
        return new DriftSignal(
                drift.id(),
                segment,
                metric,
                DriftPhase.DRIFTED,
                at,
                drift.direction(),
                drift.from(),
                drift.to(),
                drift.to() - margin,
                drift.to() + margin,
                drift.since(),
                change.level().n(),
                1 - Math.min(1, chance * change.steps()),
                detector,
                drivers,
                List.of());
    }

    /** What became of the drift that lasts; its level since is that of all answers since. */
    DriftSignal of(SeriesState state, DriftPhase phase, Instant at) {
        DriftState drift = Objects.requireNonNull(state.drift());
        double error = state.normal().deviation()
                / Math.sqrt(Math.max(1, state.normal().steps()));
        double margin = Reading.WIDTH_OF_95_PERCENT * error;
        double to = state.before().isEmpty() ? drift.to() : state.before().mean();
        return new DriftSignal(
                drift.id(),
                segment,
                metric,
                phase,
                at,
                drift.direction(),
                drift.from(),
                to,
                to - margin,
                to + margin,
                drift.since(),
                state.before().n(),
                1,
                "",
                List.of(),
                List.of());
    }
}
