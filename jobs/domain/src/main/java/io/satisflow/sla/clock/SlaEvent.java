package io.satisflow.sla.clock;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a ticket's clock has to say.
 *
 * @param instance counts the activations of this clock on this ticket, from 1
 * @param at when it happened; of a retraction, when the retracted was said to have happened
 * @param asOf from when it has been known
 * @param due when the target is used up; null once cancelled, and while it cannot be said because
 *     the clock stands still
 * @param consumed how much of the target is used up, in the target's own time
 * @param wall how long the clock has been there, by the clock on the wall
 * @param reason why, where the type alone does not say: which warning, what paused it, what disproves the retracted
 * @param retracted what a retraction takes back; null for all other types
 */
public record SlaEvent(
        String ticket,
        Clock clock,
        int instance,
        SlaEventType type,
        Instant at,
        Instant asOf,
        @Nullable Instant due,
        Duration target,
        TimeBasis time,
        Duration consumed,
        Duration wall,
        String policy,
        @Nullable String reason,
        @Nullable SlaEventType retracted)
        implements Serializable {
    /** How the reason of a cancellation begins, by which what was promised is not measured at all. */
    public static final String NOT_JUDGED = "not judged: ";

    /** Why what was promised is not measured; empty for all other words. */
    public Optional<String> whyNotJudged() {
        return Optional.ofNullable(reason)
                .filter(why -> type == SlaEventType.CANCEL && why.startsWith(NOT_JUDGED))
                .map(why -> why.substring(NOT_JUDGED.length()));
    }

    public SlaEvent withAsOf(Instant instant) {
        return new SlaEvent(
                ticket, clock, instance, type, at, instant, due, target, time, consumed, wall, policy, reason,
                retracted);
    }

    /** Takes this word back. */
    public SlaEvent retraction(Instant knownSince, String why) {
        return new SlaEvent(
                ticket,
                clock,
                instance,
                SlaEventType.RETRACT,
                at,
                knownSince,
                due,
                target,
                time,
                consumed,
                wall,
                policy,
                why,
                type);
    }
}
