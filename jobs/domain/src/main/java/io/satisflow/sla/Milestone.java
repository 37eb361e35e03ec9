package io.satisflow.sla;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.ticket.TicketFacts;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a promise was kept, as far as one of its two moments tells it. Each later version of the same {@link #id()} takes
 * the place of the earlier one.
 *
 * @param instance of the clock on this ticket
 * @param asOf from when this version has been known
 * @param stands false when it turned out not to have happened, or to have been undone by a reopening
 * @param inTime of what was done: that the promise was not broken before
 * @param consumed how much of the promise was used up, in its own time
 * @param wall how long it took by the clock on the wall
 * @param facts of the ticket as they were known by {@code asOf}, by the names that policies use
 */
public record Milestone(
        String ticket,
        Clock clock,
        int instance,
        Kind kind,
        Instant at,
        Instant asOf,
        boolean stands,
        boolean inTime,
        Duration consumed,
        Duration wall,
        Map<String, String> facts)
        implements Serializable {

    /** The two moments of a promise that count. */
    public enum Kind {
        /** It was broken: missed from then on, whenever it is done. */
        BROKEN,
        /** What was promised was done. */
        DONE
    }

    public Milestone {
        facts = new TreeMap<>(facts);
    }

    static Milestone of(SlaEvent word, Kind kind, boolean inTime, Map<String, String> facts) {
        return new Milestone(
                word.ticket(),
                word.clock(),
                word.instance(),
                kind,
                word.at(),
                word.asOf(),
                true,
                inTime,
                word.consumed(),
                word.wall(),
                facts);
    }

    Milestone asOf(Instant instant) {
        return new Milestone(ticket, clock, instance, kind, at, instant, stands, inTime, consumed, wall, facts);
    }

    Milestone undone() {
        return new Milestone(ticket, clock, instance, kind, at, asOf, false, inTime, consumed, wall, facts);
    }

    /** The same for all versions. */
    public String id() {
        return "%s/%s/%d/%s".formatted(ticket, clock.wireName(), instance, kind);
    }

    /** What is known of the ticket by the name of a segment's dimension; null when nothing is. */
    public @Nullable String fact(String dimension) {
        return TicketFacts.named(facts, dimension);
    }
}
