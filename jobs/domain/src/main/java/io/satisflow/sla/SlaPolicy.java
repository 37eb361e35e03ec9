package io.satisflow.sla;

import io.satisflow.calendar.BusinessCalendar;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised to some tickets.
 *
 * @param name unique among the policies
 * @param when all of these must hold; none means every ticket
 * @param calendar the working time of targets on business time
 * @param calendarChange how time is counted that another calendar applied to
 * @param targets by clock; a clock without a target does not run
 */
public record SlaPolicy(
        String name,
        List<Condition> when,
        BusinessCalendar calendar,
        CalendarChange calendarChange,
        Map<Clock, ClockTarget> targets)
        implements Serializable {

    public SlaPolicy {
        when = List.copyOf(when);
        EnumMap<Clock, ClockTarget> byClock = new EnumMap<>(Clock.class);
        byClock.putAll(targets);
        targets = byClock;
    }

    boolean matches(TicketFacts ticket) {
        return when.stream().allMatch(condition -> condition.matches(ticket));
    }

    /** What is promised to a ticket for a clock that starts at this instant. */
    Optional<Commitment> commitment(Clock clock, TicketFacts ticket, Instant start) {
        return Optional.ofNullable(targets.get(clock))
                .flatMap(target -> target.allowance(ticket.priority()).map(allowance -> {
                    BusinessCalendar counted = target.time() == TimeBasis.WALL ? BusinessCalendar.ALWAYS : calendar;
                    return new Commitment(name, target, allowance.from(start, counted), counted, calendarChange);
                }));
    }
}
