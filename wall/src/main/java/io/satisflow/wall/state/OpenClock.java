package io.satisflow.wall.state;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A promise to a customer that is not kept yet.
 *
 * @param due when it is, or was; null while nobody can tell, such as in a pause
 * @param warned whether it has been warned of, whatever it does now
 * @param targetSeconds of the target's own time
 * @param consumedSeconds of the target's own time, when it was last heard of
 * @param time business or wall
 * @param at when it was last heard of
 */
public record OpenClock(
        String ticket,
        String clock,
        int instance,
        @Nullable Instant due,
        Standing standing,
        boolean warned,
        double targetSeconds,
        double consumedSeconds,
        String time,
        String policy,
        Instant at) {

    /** The soonest first; those without a time last. */
    static final Comparator<OpenClock> BY_DUE = Comparator.comparing(
                    OpenClock::due, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(OpenClock::ticket)
            .thenComparing(OpenClock::clock);
}
