package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.interval.Interval;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, and how sure it is.
 *
 * @param value null while there is no data, or not enough of it, which is a state of its own and never 0
 * @param n how many answers it rests on
 * @param low the lower end of the interval that holds the true value in 95 of 100 cases; null when it cannot be told
 * @param high its upper end
 * @param provisional how many of the answers may still turn out otherwise, since the time they are looked at has not passed
 */
public record Score(
        @Nullable Double value,
        long n,
        @Nullable Double low,
        @Nullable Double high,
        long provisional) {

    /** Of which nothing will change but by what becomes known late. */
    public Score(@Nullable Double value, long n, @Nullable Double low, @Nullable Double high) {
        this(value, n, low, high, 0);
    }

    public static final Score NO_DATA = new Score(null, 0, null, null);

    /** Answers that are too few, or of too few kinds, for a value. */
    public static Score withheld(long n) {
        return new Score(null, n, null, null);
    }

    /** A value without an interval. */
    public static Score exactly(double value, long n) {
        return new Score(value, n, null, null);
    }

    Score provisional(long howMany) {
        return new Score(value, n, low, high, howMany);
    }

    /** A linear map of the value and its interval. */
    Score scaled(double offset, double factor) {
        return new Score(
                scaled(value, offset, factor),
                n,
                scaled(low, offset, factor),
                scaled(high, offset, factor),
                provisional);
    }

    private static @Nullable Double scaled(@Nullable Double number, double offset, double factor) {
        return number == null ? null : (number + offset) * factor;
    }

    public static Score within(double value, long n, Interval interval) {
        return new Score(value, n, interval.low(), interval.high());
    }

    /**
     * By how much this differs from an independent score of the same metric, in 95 of 100 cases; from the two intervals, which
     * may be lopsided (Zou and Donner, 2008). Empty when one of them has no value or no interval.
     */
    public Optional<Interval> changeSince(Score before) {
        if (value == null || low == null || high == null) {
            return Optional.empty();
        }
        if (before.value == null || before.low == null || before.high == null) {
            return Optional.empty();
        }
        double change = value - before.value;
        return Optional.of(new Interval(
                change - Math.hypot(value - low, before.high - before.value),
                change + Math.hypot(high - value, before.value - before.low)));
    }
}
