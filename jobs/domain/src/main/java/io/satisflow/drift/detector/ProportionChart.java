package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The chart of shares, such as CSAT: limits follow from the number of answers of each step, so a step of few answers may
 * stand further from the usual share. The share is learnt from the first steps, by answers.
 *
 * @param whole what counts as all: 1, or 100 for per cent
 * @param limit standard errors that a step may stand from the share
 * @param minimum steps that are learnt from
 */
public record ProportionChart(double whole, double limit, int minimum) implements Detector<ProportionChart.State> {
    public ProportionChart {
        if (!(whole > 0) || !(limit > 0) || minimum < 1) {
            throw new IllegalArgumentException(
                    "Expected a whole and a limit above 0 and at least 1 step, but was %s, %s, %s"
                            .formatted(whole, limit, minimum));
        }
    }

    /** @param distance of the last step in standard errors; NaN while the share is learnt */
    public record State(int steps, Level level, double distance) {}

    @Override
    public State start() {
        return new State(0, Level.NONE, Double.NaN);
    }

    @Override
    public State next(State state, Step step) {
        if (state.steps < minimum) {
            return new State(state.steps + 1, state.level.with(step.value(), Math.max(1, step.n()), 0), Double.NaN);
        }
        double share = state.level.mean() / whole;
        double edge = 0.5 / (state.level.n() + 1);
        // One answer more or less keeps a share of 0 or 1 from being certain.
        double kept = Math.min(1 - edge, Math.max(edge, share));
        double error = Math.sqrt(kept * (1 - kept) / Math.max(1, step.n()));
        return new State(state.steps, state.level, (step.value() / whole - share) / error);
    }

    @Override
    public OptionalDouble statistic(State state) {
        return Double.isNaN(state.distance) ? OptionalDouble.empty() : OptionalDouble.of(state.distance);
    }

    @Override
    public Optional<Direction> signal(State state) {
        return Math.abs(state.distance) > limit ? Optional.of(Direction.of(state.distance)) : Optional.empty();
    }
}
