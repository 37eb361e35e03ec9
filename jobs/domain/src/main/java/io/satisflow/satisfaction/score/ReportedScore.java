package io.satisflow.satisfaction.score;

import io.satisflow.satisfaction.metric.Score;
import java.util.Locale;
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
 * @param standing what readers should make of it
 */
public record ReportedScore(
        @Nullable Double value,
        long n,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double previous,
        @Nullable Double changeLow,
        @Nullable Double changeHigh,
        @Nullable Double target,
        ScoreMeaning standing) {

    /** Of which nothing more is said. */
    public ReportedScore(
            @Nullable Double value,
            long n,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double previous,
            @Nullable Double changeLow,
            @Nullable Double changeHigh,
            @Nullable Double target) {
        this(value, n, low, high, previous, changeLow, changeHigh, target, ScoreMeaning.PLAIN);
    }

    ReportedScore with(ScoreMeaning other) {
        return new ReportedScore(value, n, low, high, previous, changeLow, changeHigh, target, other);
    }

    /** How a score stands beside that of the window before. */
    public enum Movement {
        ROSE,
        FELL,
        WITHIN_NOISE,
        /** One of the two has no value, or no interval. */
        UNKNOWN;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ReportedScore of(Score score, Score before, @Nullable Double target) {
        Beside previous = Beside.of(score, before);
        return new ReportedScore(
                score.value(),
                score.n(),
                score.low(),
                score.high(),
                previous.value(),
                previous.changeLow(),
                previous.changeHigh(),
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
