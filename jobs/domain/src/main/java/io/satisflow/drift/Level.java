package io.satisflow.drift;

/**
 * The mean of some steps, in which each answer counts the same.
 *
 * @param n answers
 * @param sum of value times n
 * @param variance of that sum
 */
public record Level(long n, double sum, double variance) {
    static final Level NONE = new Level(0, 0, 0);

    /** @param deviation standard deviation of the value */
    Level with(double value, long answers, double deviation) {
        double weighted = answers * deviation;
        return new Level(n + answers, sum + value * answers, variance + weighted * weighted);
    }

    boolean isEmpty() {
        return n == 0;
    }

    double mean() {
        return n == 0 ? 0 : sum / n;
    }

    double standardError() {
        return n == 0 ? 0 : Math.sqrt(variance) / n;
    }
}
