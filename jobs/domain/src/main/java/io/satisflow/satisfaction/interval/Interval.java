package io.satisflow.satisfaction.interval;

import io.satisflow.satisfaction.tally.Tally;

/**
 * Where the true value lies in 95 of 100 cases.
 *
 * @param low not above {@code high}
 */
public record Interval(double low, double high) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The value, and as much to either side. */
    public static Interval around(double value, double reach) {
        return new Interval(value - reach, value + reach);
    }

    /**
     * Of a share, as a fraction: Wilson's score interval (1927), which stays within 0 and 1 and is good for small n too.
     */
    public static Interval ofShare(long hits, long n) {
        double share = (double) hits / n;
        double spread = 1 + Z * Z / n;
        double centre = (share + Z * Z / (2 * n)) / spread;
        double reach = Z / spread * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return around(centre, reach).within(0, 1);
    }

    /**
     * Of the difference between two shares of the same answers, as fractions: from its multinomial variance
     * (p + d - (p - d)^2) / n. The two shares are not independent, since an answer is never both.
     */
    public static Interval ofNetShare(long favourable, long unfavourable, long n) {
        double net = (double) (favourable - unfavourable) / n;
        if (favourable == n || unfavourable == n || favourable + unfavourable == 0) {
            return ofUnanimous(net, n, -1, 1);
        }
        double variance = Math.max(0, (double) (favourable + unfavourable) / n - net * net);
        return around(net, Z * Math.sqrt(variance / n)).within(-1, 1);
    }

    /**
     * Of the mean of a count of independent events, by Byar's approximation, which is good from none on (Breslow and Day,
     * Statistical Methods in Cancer Research, 1987).
     */
    public static Interval ofCount(long count) {
        double more = count + 1.0;
        double low = count == 0 ? 0 : count * Math.pow(1 - 1.0 / (9 * count) - Z / (3 * Math.sqrt(count)), 3);
        return new Interval(Math.max(0, low), more * Math.pow(1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more)), 3));
    }

    /** Of a mean: Student's t on the sample variance. Needs two answers. */
    public static Interval ofMean(Tally tally) {
        double mean = tally.mean();
        double deviations = Math.max(0, tally.totalOfSquares() - tally.total() * mean);
        double variance = deviations / (tally.n() - 1);
        return around(mean, StudentT.quantile(tally.n() - 1) * Math.sqrt(variance / tally.n()));
    }

    /**
     * Of a mean of answers that are all the same, whose variance of 0 says nothing of those who were not asked: as many as z² / (n +
     * z²) of all may think otherwise without one of them among n (Wilson's upper bound), wherever on the scale that is.
     *
     * @param min the lower end of the scale
     * @param max its upper end
     */
    public static Interval ofUnanimous(double value, long n, double min, double max) {
        double others = Z * Z / (n + Z * Z);
        return new Interval(value - others * (value - min), value + others * (max - value));
    }

    public Interval within(double min, double max) {
        return new Interval(Math.max(min, low), Math.min(max, high));
    }

    /** A linear map of both ends. */
    public Interval scaled(double offset, double factor) {
        return new Interval((low + offset) * factor, (high + offset) * factor);
    }
}
