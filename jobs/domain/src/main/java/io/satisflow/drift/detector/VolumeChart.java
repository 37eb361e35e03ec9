package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Watches how much comes in. The square root of a count varies alike whatever the count (Anscombe), so a quiet segment and
 * a busy one are judged alike.
 */
public record VolumeChart<S>(Detector<S> chart) implements Detector<S> {
    private static final double ANSCOMBE = 3.0 / 8;

    @Override
    public S start() {
        return chart.start();
    }

    @Override
    public S next(S state, Step step) {
        return chart.next(state, step.withValue(2 * Math.sqrt(Math.max(0, step.value()) + ANSCOMBE)));
    }

    @Override
    public OptionalDouble statistic(S state) {
        return chart.statistic(state);
    }

    @Override
    public Optional<Direction> signal(S state) {
        return chart.signal(state);
    }
}
