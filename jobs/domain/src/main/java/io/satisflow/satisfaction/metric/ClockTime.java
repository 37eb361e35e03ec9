package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.TimeBasis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long it takes to do what a clock promises, in seconds, of what was done, in time or not: the mean under the metric's own
 * name, and beside it {@code .p50}, {@code .p90} and, from a hundred on, {@code .p99}.
 *
 * @param time {@code WALL} is all the time there was; {@code BUSINESS} only what counts against the promise, so within
 *     its calendar and without pauses
 */
public record ClockTime(String name, Clock clock, TimeBasis time) implements ClockMetric {
    /**
     * Tallies count in units of 1000 s: their millionths are milliseconds, so that nothing is rounded, and the squares
     * of a month leave room for a million of them.
     */
    private static final double SECONDS = 1000;

    private static final double MILLIS = 1_000_000;
    private static final double MILLIS_OF_SECOND = 1000;
    private static final List<Quantile> QUANTILES = List.of(Quantile.MEDIAN, Quantile.P90, Quantile.P99);

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public Tally outcome(Milestone milestone) {
        if (milestone.kind() != Milestone.Kind.DONE) {
            return Tally.NOTHING;
        }
        Duration taken = time == TimeBasis.WALL ? milestone.wall() : milestone.consumed();
        return Tally.ofValue(taken.toMillis() / MILLIS).placedAt(Math.max(0, taken.toMillis()));
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        Map<String, Score> scores = new TreeMap<>();
        scores.put(name, MeanOfAnswers.of(tally, 0, Double.POSITIVE_INFINITY).scaled(0, SECONDS));
        QUANTILES.forEach(quantile ->
                scores.put(name + quantile.suffix(), quantile.of(tally).scaled(0, 1 / MILLIS_OF_SECOND)));
        return scores;
    }

    /** In seconds. */
    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(
                name + ".n", (double) tally.n(),
                name + ".sum", tally.total() * SECONDS,
                name + ".squares", tally.totalOfSquares() * SECONDS * SECONDS);
    }
}
