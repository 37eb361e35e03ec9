package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The Page-Hinkley test for a mean that has changed: adds up how far values stand from the mean so far, on either side,
 * forgetting slowly. Page, Continuous inspection schemes, 1954. It begins anew after a signal.
 *
 * @param minimum how many values are needed before anything is said
 * @param delta how far from the mean still counts as no change, in the unit of the values
 * @param lambda a sum above it is a signal
 * @param alpha what is left of the sums at each value, up to 1
 */
public record PageHinkley(int minimum, double delta, double lambda, double alpha)
        implements Detector<PageHinkley.State> {
    public static final State NOTHING = new State(0, 0, 0, 0);

    public PageHinkley {
        if (delta < 0 || !(lambda > 0) || !(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    "Expected delta of at least 0, lambda above 0 and alpha above 0 up to 1, but was %s, %s and %s"
                            .formatted(delta, lambda, alpha));
        }
    }

    /**
     * @param count of values seen
     * @param high what values stood above the mean
     * @param low what they stood below it
     */
    public record State(long count, double mean, double high, double low) {}

    @Override
    public State start() {
        return NOTHING;
    }

    @Override
    public State next(State state, Step step) {
        return next(state, step.value());
    }

    public State next(State last, double value) {
        State state = signal(last).isPresent() ? NOTHING : last;
        long count = state.count + 1;
        double mean = state.mean + (value - state.mean) / count;
        return new State(
                count,
                mean,
                Math.max(0, alpha * state.high + value - mean - delta),
                Math.max(0, alpha * state.low + mean - value - delta));
    }

    /** The larger of both sums. */
    @Override
    public OptionalDouble statistic(State state) {
        return OptionalDouble.of(Math.max(state.high, state.low));
    }

    @Override
    public Optional<Direction> signal(State state) {
        if (state.count < minimum || Math.max(state.high, state.low) <= lambda) {
            return Optional.empty();
        }
        return Optional.of(state.high >= state.low ? Direction.UP : Direction.DOWN);
    }
}
