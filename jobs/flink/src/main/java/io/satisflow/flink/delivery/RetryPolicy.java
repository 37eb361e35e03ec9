package io.satisflow.flink.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt: twice as long each time, up to some minutes, for as long as it takes. */
final class RetryPolicy {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);
    private static final int DOUBLINGS = 20;

    private RetryPolicy() {}

    /**
     * @param attempts so far, at least 1
     * @param asked how long the receiver asks to wait; null when it does not say
     */
    static Duration pause(int attempts, @Nullable Duration asked) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        Duration own = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        if (asked == null || asked.compareTo(own) <= 0) {
            return own;
        }
        return asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
    }
}
