package io.satisflow.satisfaction.score;

import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.metric.Score;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that another is compared with.
 *
 * @param value null without data
 * @param changeLow the lower end of the interval of the change since then; null when one of the two has no interval
 * @param changeHigh its upper end
 */
public record Beside(
        @Nullable Double value,
        @Nullable Double changeLow,
        @Nullable Double changeHigh) {
    static final Beside NOTHING = new Beside(null, null, null);

    static Beside of(Score score, Score other) {
        Optional<Interval> change = score.changeSince(other);
        return new Beside(
                other.value(),
                change.map(Interval::low).orElse(null),
                change.map(Interval::high).orElse(null));
    }
}
