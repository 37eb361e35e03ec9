package io.satisflow.drift.detector;

/**
 * The mean of some steps, in which each answer counts the same.
 *
 * @param n answers
 * @param sum of value times n
 * @param variance of that sum
 */
public record Level(long n, double sum, double variance) {
    public static final Level NONE = new Level(0, 0, 0);

    /** @param deviation standard deviation of the value */
    public Level with(double value, long answers, double deviation) {
        double weighted = answers * deviation;
        return new Level(n + answers, sum + value * answers, variance + weighted * weighted);
    }

    /** What is left of these answers without some of them. */
    public Level without(Level some) {
        return n <= some.n ? NONE : new Level(n - some.n, sum - some.sum, Math.max(0, variance - some.variance));
    }

    public boolean isEmpty() {
        return n == 0;
    }

    public double mean() {
        return n == 0 ? 0 : sum / n;
    }

    public double standardError() {
        return n == 0 ? 0 : Math.sqrt(variance) / n;
    }
}
