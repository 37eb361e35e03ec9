package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.metric.Score;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A score beside the one before it and the one that is aimed at.
 *
 * @param value null while there is no data
 * @param n how many answers it rests on
 * @param low the lower end of its interval, null when it cannot be told
 * @param high its upper end
 * @param previous the value of the window before, null when it had no data
 * @param changeLow the lower end of the interval of value less previous; null when one of the two has no interval
 * @param changeHigh its upper end. An interval that holds 0 is a change within noise
 * @param target null when none is set
 */
public record ReportedScore(
        @Nullable Double value,
        long n,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double previous,
        @Nullable Double changeLow,
        @Nullable Double changeHigh,
        @Nullable Double target) {

    /** How a score stands beside that of the window before. */
    public enum Movement {
        ROSE,
        FELL,
        WITHIN_NOISE,
        /** One of the two has no value, or no interval. */
        UNKNOWN
    }

    static ReportedScore of(Score score, Score before, @Nullable Double target) {
        Optional<Interval> change = score.changeSince(before);
        return new ReportedScore(
                score.value(),
                score.n(),
                score.low(),
                score.high(),
                before.value(),
                change.map(Interval::low).orElse(null),
                change.map(Interval::high).orElse(null),
                target);
    }

    public Movement movement() {
        if (changeLow == null || changeHigh == null) {
            return Movement.UNKNOWN;
        }
        if (changeLow > 0) {
            return Movement.ROSE;
        }
        return changeHigh < 0 ? Movement.FELL : Movement.WITHIN_NOISE;
    }
}
