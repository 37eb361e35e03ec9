package io.satisflow.drift.detector;

/**
 * Mean and spread of the first steps of a series, each step counting the same.
 *
 * @param steps that it has been learnt from
 * @param squares sum of the squared distances from the mean (Welford)
 */
public record Baseline(int steps, double mean, double squares) {
    public static final Baseline NOTHING = new Baseline(0, 0, 0);

    public Baseline with(Step step) {
        double distance = step.value() - mean;
        double next = mean + distance / (steps + 1);
        return new Baseline(steps + 1, next, squares + distance * (step.value() - next));
    }

    /** Standard deviation from step to step. */
    public double deviation() {
        return steps < 2 ? 0 : Math.sqrt(squares / (steps - 1));
    }
}
