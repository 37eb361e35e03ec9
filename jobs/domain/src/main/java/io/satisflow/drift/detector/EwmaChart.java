package io.satisflow.drift.detector;

import java.util.Optional;

/**
 * The chart of the exponentially weighted moving average: finds gradual change. NIST/SEMATECH handbook 6.3.2.4. The limits
 * are those of a long run; a step that is itself less certain than usual (few answers) widens them for a while.
 *
 * @param lambda weight of the newest value, above 0 up to 1
 * @param width L: how many standard deviations of the average the limits stand apart from the target
 */
public record EwmaChart(double lambda, double width) {

    public EwmaChart {
        if (!(lambda > 0 && lambda <= 1) || !(width > 0)) {
            throw new IllegalArgumentException(
                    "Expected lambda above 0 up to 1 and a width above 0, but was %s and %s".formatted(lambda, width));
        }
    }

    /**
     * @param average of the values so far
     * @param variance of that average
     */
    public record State(double average, double variance) {}

    /** @param deviation standard deviation of single values */
    public State start(double target, double deviation) {
        return new State(target, deviation * deviation * lambda / (2 - lambda));
    }

    /** @param deviation standard deviation of this value */
    public State next(State state, double value, double deviation) {
        double kept = 1 - lambda;
        return new State(
                lambda * value + kept * state.average,
                lambda * lambda * deviation * deviation + kept * kept * state.variance);
    }

    /** How far the average may stand from the target. */
    public double limit(State state) {
        return width * Math.sqrt(state.variance);
    }

    public Optional<Direction> signal(State state, double target) {
        double distance = state.average - target;
        return Math.abs(distance) > limit(state) ? Optional.of(Direction.of(distance)) : Optional.empty();
    }

    /** Halfway back to the target: a drift ends later than it begins, so that one on the edge does not flicker. */
    public boolean isBack(State state, double target) {
        return Math.abs(state.average - target) <= limit(state) / 2;
    }
}
