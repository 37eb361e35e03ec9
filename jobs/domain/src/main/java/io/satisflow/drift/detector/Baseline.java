package io.satisflow.drift.detector;

/**
 * What is normal, learnt from the first steps of a series.
 *
 * @param steps that it has been learnt from
 * @param level their mean, by answers: the target of the chart
 * @param mean of the steps' values, each step counting the same
 * @param squares sum of the squared distances from that mean (Welford)
 */
public record Baseline(int steps, Level level, double mean, double squares) {
    public static final Baseline NOTHING = new Baseline(0, Level.NONE, 0, 0);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public Baseline {
        level = level == null ? Level.NONE : level;
    }

    public Baseline with(Step step) {
        double distance = step.value() - mean;
        double next = mean + distance / (steps + 1);
        return new Baseline(
                steps + 1,
                level.with(step.value(), step.n(), step.standardError()),
                next,
                squares + distance * (step.value() - next));
    }

    public double target() {
        return level.mean();
    }

    /** Standard deviation from step to step: at least what the step's own few answers explain. */
    public double deviation(Step step) {
        double learnt = steps < 2 ? 0 : Math.sqrt(squares / (steps - 1));
        return Math.max(learnt, step.standardError());
    }
}
