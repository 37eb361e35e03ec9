package io.satisflow.sla.clock;

import io.satisflow.ticket.TicketStatus;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a policy promises for one clock.
 *
 * @param byPriority the time allowed, by priority in lower case; {@link #ANY_PRIORITY} for those not named; empty when
 *     the ticket itself says when it is due, as promised dates do
 * @param time which time is counted
 * @param warnings given once per instance each
 * @param pausedBy statuses in which the clock stands still, besides those in which it always does
 * @param replies what counts as a reply, for clocks that wait for one
 */
public record ClockTarget(
        Map<String, Allowance> byPriority,
        TimeBasis time,
        List<Warning> warnings,
        Set<TicketStatus> pausedBy,
        ReplyTerms replies)
        implements Serializable {
    public static final String ANY_PRIORITY = "default";

    public ClockTarget {
        byPriority = new TreeMap<>(byPriority);
        warnings = warnings.stream().distinct().toList();
        pausedBy = Set.copyOf(pausedBy);
    }

    /** One target for all priorities, with the default warning and no pauses. */
    public static ClockTarget of(Allowance allowance, TimeBasis time) {
        return new ClockTarget(
                Map.of(ANY_PRIORITY, allowance), time, List.of(Warning.DEFAULT), Set.of(), ReplyTerms.USUAL);
    }

    public ClockTarget onTheWall() {
        return new ClockTarget(byPriority, TimeBasis.WALL, warnings, pausedBy, replies);
    }

    public boolean leavesPrioritiesOut() {
        return !byPriority.isEmpty() && !byPriority.containsKey(ANY_PRIORITY);
    }

    /** Empty when tickets of this priority are promised nothing. */
    public Optional<Allowance> allowance(String priority) {
        Allowance named = byPriority.get(priority.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(named == null ? byPriority.get(ANY_PRIORITY) : named);
    }
}
