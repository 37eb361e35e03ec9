package io.satisflow.hook.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: twice as long each time, up to some minutes, for as long as it takes; and up to
 * a quarter more, so that receivers which failed together do not come back together.
 */
public final class RetryPolicy {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);
    private static final int DOUBLINGS = 20;
    private static final int JITTER_STEPS = 1000;

    private RetryPolicy() {}

    /**
     * @param attempts so far, at least 1
     * @param asked how long the receiver asks to wait, which is never cut short but to an hour; null when it does not say
     * @param what is waited for: different things wait differently, the same thing always alike
     */
    public static Duration pause(int attempts, @Nullable Duration asked, String what) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        Duration own = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration bounded = asked != null && asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
        Duration pause = bounded == null || bounded.compareTo(own) <= 0 ? own : bounded;
        return pause.plus(jitter(own, attempts, what));
    }

    private static Duration jitter(Duration pause, int attempts, String what) {
        int step = Math.floorMod((what + attempts).hashCode() * 0x9E3779B9, JITTER_STEPS);
        return pause.multipliedBy(step).dividedBy(4L * JITTER_STEPS);
    }
}
