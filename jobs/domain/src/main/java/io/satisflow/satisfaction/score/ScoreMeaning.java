package io.satisflow.satisfaction.score;

import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.Score;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What readers should make of a score, the same for all of them.
 *
 * @param provisional how many of the answers may still turn out otherwise
 * @param yearBefore the same period of the year before; of a rolling window nothing
 * @param plan how it stands beside its target; null without one
 * @param needed what the rest of the period has to average to reach the target of its end, should as much come as before; null
 *     without a target, and for a rolling window
 * @param shown whether it is to be shown at all
 */
public record ScoreMeaning(
        long provisional,
        Beside yearBefore,
        @Nullable Plan plan,
        @Nullable Double needed,
        Shown shown) {
    static final ScoreMeaning PLAIN = new ScoreMeaning(0, Beside.NOTHING, null, null, Shown.SHOWN);

    /** Beside a target. */
    public enum Plan {
        AHEAD,
        /** As planned, or too close to call. */
        ON,
        BEHIND;

        /**
         * Null while there is no value. A score is ahead or behind only when all of its interval is: without one it is too close to
         * call, but for a count, which is what it is.
         */
        static @Nullable Plan of(Score score, double target, Better better) {
            Double value = score.value();
            if (value == null) {
                return null;
            }
            boolean isSure = score.low() != null && score.high() != null;
            if (!isSure && better != Better.NEITHER) {
                return ON;
            }
            double low = score.low() == null ? value : score.low();
            double high = score.high() == null ? value : score.high();
            if (low <= target && target <= high) {
                return ON;
            }
            return (low > target) == (better != Better.LOWER) ? AHEAD : BEHIND;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How sure a score must be to be looked at. */
    public enum Shown {
        /** Fewer than five answers. */
        HIDDEN,
        /** Fewer than thirty. */
        GREYED,
        SHOWN;

        private static final int FEWEST = 5;
        private static final int ENOUGH = 30;

        /** @param isCount a count is what it is, however small */
        static Shown of(Score score, boolean isCount) {
            if (isCount || score.n() >= ENOUGH) {
                return SHOWN;
            }
            return score.n() < FEWEST ? HIDDEN : GREYED;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
