package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Learns mean and standard deviation from the first steps, then hands values on in standard deviations from that mean.
 *
 * @param minimum steps that are learnt from, at least 2
 * @param chart with target 0, in standard deviations
 */
public record LearntLevel<S>(int minimum, Detector<S> chart) implements Detector<LearntLevel.State<S>> {
    /** Of the level: what stood still so far counts as varying by so little. */
    private static final double LEAST = 1e-9;

    public LearntLevel {
        if (minimum < 2) {
            throw new IllegalArgumentException("Expected at least 2 steps to learn from, but was " + minimum);
        }
    }

    /** @param chart null while the level is being learnt */
    public record State<S>(Baseline level, @Nullable S chart) {}

    @Override
    public State<S> start() {
        return new State<>(Baseline.NOTHING, null);
    }

    @Override
    public State<S> next(State<S> state, Step step) {
        if (state.level.steps() < minimum) {
            return new State<>(state.level.with(step), null);
        }
        S before = state.chart == null ? chart.start() : state.chart;
        double deviation = Math.max(state.level.deviation(), LEAST * Math.max(1, Math.abs(state.level.mean())));
        double distance = (step.value() - state.level.mean()) / deviation;
        return new State<>(state.level, chart.next(before, step.withValue(distance)));
    }

    @Override
    public OptionalDouble statistic(State<S> state) {
        return state.chart == null ? OptionalDouble.empty() : chart.statistic(state.chart);
    }

    @Override
    public Optional<Direction> signal(State<S> state) {
        return state.chart == null ? Optional.empty() : chart.signal(state.chart);
    }
}
