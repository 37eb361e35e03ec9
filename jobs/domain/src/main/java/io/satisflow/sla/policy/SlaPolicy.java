package io.satisflow.sla.policy;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.sla.clock.CalendarChange;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockStart;
import io.satisflow.sla.clock.ClockTarget;
import io.satisflow.sla.clock.Commitment;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.ticket.TicketFacts;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is promised to some tickets.
 *
 * @param name unique among the policies
 * @param when all of these must hold; none means every ticket
 * @param calendar the working time of targets on business time
 * @param ownCalendars by clock, for those that count other working time than the rest
 * @param calendarChange how time is counted that another calendar applied to
 * @param targets by clock; a clock without a target does not run
 */
public record SlaPolicy(
        String name,
        List<Condition> when,
        PolicyCalendar calendar,
        Map<Clock, PolicyCalendar> ownCalendars,
        CalendarChange calendarChange,
        Map<Clock, ClockTarget> targets)
        implements Serializable {

    public SlaPolicy {
        when = List.copyOf(when);
        EnumMap<Clock, ClockTarget> byClock = new EnumMap<>(Clock.class);
        byClock.putAll(targets);
        targets = byClock;
        EnumMap<Clock, PolicyCalendar> calendars = new EnumMap<>(Clock.class);
        calendars.putAll(ownCalendars);
        ownCalendars = calendars;
    }

    boolean isKeptByBots(Clock clock) {
        ClockTarget target = targets.get(clock);
        return target != null && target.replies().botsAnswer();
    }

    Set<Clock> clocks() {
        return targets.keySet();
    }

    List<String> remarks() {
        return targets.entrySet().stream()
                .filter(entry -> entry.getValue().leavesPrioritiesOut())
                .map(entry ->
                        "policy \"%s\", %s: tickets of another priority than %s are promised nothing; add default if they should be"
                                .formatted(
                                        name,
                                        entry.getKey().wireName(),
                                        String.join(
                                                ", ",
                                                entry.getValue().byPriority().keySet())))
                .toList();
    }

    boolean matches(TicketFacts ticket) {
        return when.stream().allMatch(condition -> condition.matches(ticket));
    }

    /** What is promised to a ticket for a clock that started so; a promised date counts whatever the target says. */
    Optional<Commitment> commitment(Clock clock, TicketFacts ticket, ClockStart start) {
        return Optional.ofNullable(targets.get(clock))
                .flatMap(target -> start.promisedTime()
                        .map(time ->
                                new Commitment(name, target.onTheWall(), time, BusinessCalendar.ALWAYS, calendarChange))
                        .or(() -> allowed(clock, target, ticket, start)));
    }

    private Optional<Commitment> allowed(Clock clock, ClockTarget target, TicketFacts ticket, ClockStart start) {
        BusinessCalendar counted = target.time() == TimeBasis.WALL
                ? BusinessCalendar.ALWAYS
                : ownCalendars.getOrDefault(clock, calendar).of(ticket);
        return target.allowance(ticket.priority())
                .map(allowance -> allowance.from(start.at(), counted))
                .map(time -> new Commitment(name, target, time, counted, calendarChange));
    }

    /** Why {@link #commitment} is empty. */
    String whyNothing(Clock clock, TicketFacts ticket) {
        if (!targets.containsKey(clock)) {
            return "policy \"%s\" promises nothing for this clock".formatted(name);
        }
        return "policy \"%s\" has no target for priority \"%s\" and no default".formatted(name, ticket.priority());
    }
}
