package io.satisflow.satisfaction.tally;

import java.io.Serializable;

/**
 * What answers add up to. Whole numbers only, so that what was added can be taken away again and nothing is left: sums
 * of doubles would drift. A value of up to 1000 leaves room for nine million answers, one of up to 10 for more than any
 * window holds.
 *
 * @param n how many answers
 * @param sum of their values, in millionths
 * @param squares sum of the squares of their values, in millionths
 * @param favourable answers in the top boxes, promoters, or positive texts
 * @param unfavourable detractors, or negative texts
 * @param histogram of the values, for metrics that have quantiles; empty for all others
 */
public record Tally(long n, long sum, long squares, long favourable, long unfavourable, Histogram histogram)
        implements Serializable {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);
    private static final double MILLION = 1_000_000;

    /** Without a histogram. */
    public Tally(long n, long sum, long squares, long favourable, long unfavourable) {
        this(n, sum, squares, favourable, unfavourable, Histogram.EMPTY);
    }

    /** Something that is only counted. */
    public static Tally one() {
        return new Tally(1, 0, 0, 0, 0);
    }

    public static Tally ofValue(double value) {
        return new Tally(1, Math.round(value * MILLION), Math.round(value * value * MILLION), 0, 0);
    }

    /**
     * The same one value with its place in a histogram.
     *
     * @param value in the histogram's unit, not negative
     */
    public Tally placedAt(double value) {
        return new Tally(n, sum, squares, favourable, unfavourable, Histogram.of(value));
    }

    /** The same with bins of its own. */
    public Tally with(Histogram bins) {
        return new Tally(n, sum, squares, favourable, unfavourable, bins);
    }

    public Tally favourable(boolean yes) {
        return new Tally(n, sum, squares, yes ? n : 0, unfavourable, histogram);
    }

    public Tally unfavourable(boolean yes) {
        return new Tally(n, sum, squares, favourable, yes ? n : 0, histogram);
    }

    public Tally plus(Tally other) {
        return new Tally(
                n + other.n,
                sum + other.sum,
                squares + other.squares,
                favourable + other.favourable,
                unfavourable + other.unfavourable,
                histogram.plus(other.histogram));
    }

    public Tally minus(Tally other) {
        return plus(other.negated());
    }

    public Tally negated() {
        return new Tally(-n, -sum, -squares, -favourable, -unfavourable, histogram.negated());
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** The mean value; only for a tally that holds answers. */
    public double mean() {
        return total() / n;
    }

    /** Whether all values are the same, as far as sums tell: each and its square are rounded to a millionth. */
    public boolean isUnanimous() {
        double deviations = totalOfSquares() - total() * mean();
        return deviations <= n / MILLION * (1 + Math.abs(mean()));
    }

    /** The sum of the values in their own unit. */
    public double total() {
        return sum / MILLION;
    }

    public double totalOfSquares() {
        return squares / MILLION;
    }
}
