package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.metric.Score;
import org.jspecify.annotations.Nullable;

/**
 * A score beside the one before it and the one that is aimed at.
 *
 * @param value null while there is no data
 * @param n how many answers it rests on
 * @param low the lower end of its interval, null when it cannot be told
 * @param high its upper end
 * @param previous the value of the window before, null when it had no data
 * @param target null when none is set
 */
public record ReportedScore(
        @Nullable Double value,
        long n,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double previous,
        @Nullable Double target) {

    static ReportedScore of(Score score, Score before, @Nullable Double target) {
        return new ReportedScore(score.value(), score.n(), score.low(), score.high(), before.value(), target);
    }
}
