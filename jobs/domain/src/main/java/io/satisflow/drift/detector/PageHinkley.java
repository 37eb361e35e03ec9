package io.satisflow.drift.detector;

/**
 * The Page-Hinkley test for a mean that rises: adds up how far values stand above the mean so far, forgetting slowly. Page,
 * Continuous inspection schemes, 1954; with the forgetting factor of MOA and River.
 *
 * @param minimum how many values are needed before anything is said
 * @param delta how far above the mean still counts as no change, in the unit of the values
 * @param lambda a sum above it is a signal
 * @param alpha what is left of the sum at each value, up to 1
 */
public record PageHinkley(int minimum, double delta, double lambda, double alpha) {
    public static final State NOTHING = new State(0, 0, 0);

    /** @param count of values seen */
    public record State(long count, double mean, double sum) {}

    public State next(State state, double value) {
        long count = state.count + 1;
        double mean = state.mean + (value - state.mean) / count;
        return new State(count, mean, Math.max(0, alpha * state.sum + value - mean - delta));
    }

    public boolean isChange(State state) {
        return state.count >= minimum && state.sum > lambda;
    }
}
