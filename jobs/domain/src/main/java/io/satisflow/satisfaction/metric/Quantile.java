package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.tally.Histogram;
import io.satisflow.satisfaction.tally.Tally;

/**
 * The value that a share of all values does not exceed, by nearest rank, with an interval that needs no assumption about how
 * they are spread: the values at the ranks between which the true one lies in 95 of 100 cases (Hahn and Meeker, Statistical
 * Intervals, 5.2). With few values those ranks lie outside of them, and there is no interval.
 *
 * @param suffix of the score's name, such as {@code .p90}
 * @param share above 0 and below 1
 * @param fewest values from which on it says something
 */
record Quantile(String suffix, double share, long fewest) {
    static final Quantile MEDIAN = new Quantile(".p50", 0.5, 1);
    static final Quantile P90 = new Quantile(".p90", 0.9, 1);
    static final Quantile P99 = new Quantile(".p99", 0.99, 100);

    private static final double Z = 1.959963984540054;
    /** Nine tenths of thirty are 27, not a little more. */
    private static final double ROUNDING = 1e-9;

    /** In the unit of the histogram, of as many values as the tally holds. */
    Score of(Tally tally) {
        long n = tally.n();
        if (n == 0) {
            return Score.NO_DATA;
        }
        if (n < fewest) {
            return Score.withheld(n);
        }
        Histogram values = tally.histogram();
        if (values.size() != n) {
            // Some were counted by a release without histograms; a share of the others is not what is asked for.
            return Score.withheld(n);
        }
        double value = values.valueOfRank(Math.max(1, (long) Math.ceil(share * n - ROUNDING)));
        double reach = Z * Math.sqrt(n * share * (1 - share));
        long low = (long) Math.floor(share * n - reach);
        long high = (long) Math.ceil(share * n + reach) + 1;
        return low < 1 || high > n
                ? Score.exactly(value, n)
                : Score.within(value, n, new Interval(values.valueOfRank(low), values.valueOfRank(high)));
    }
}
