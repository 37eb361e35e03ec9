package io.satisflow.drift.normal;

import io.satisflow.drift.detector.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a series has a step: one of too few answers is none, and a quiet segment has few of enough.
 *
 * @param steps so far
 * @param lastTo end of the last one in epoch milliseconds; null before the first
 * @param gap from end to end of neighbours on average, in milliseconds, forgetting slowly
 */
public record Pace(long steps, @Nullable Long lastTo, double gap) {
    static final Pace UNKNOWN = new Pace(0, null, 0);

    private static final long SLOWEST = 672;

    Pace with(Step step) {
        long to = step.to().toEpochMilli();
        if (lastTo == null) {
            return new Pace(1, to, 0);
        }
        return new Pace(steps + 1, to, gap + (to - lastTo - gap) / Math.min(steps, SLOWEST));
    }

    /** Of all the steps of a length that there could be, above 0 up to 1. */
    public double share(Duration length) {
        return gap <= length.toMillis() ? 1 : length.toMillis() / gap;
    }
}
