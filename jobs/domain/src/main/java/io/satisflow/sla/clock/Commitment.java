package io.satisflow.sla.clock;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.ticket.TicketStatus;
import java.time.Duration;

/**
 * A policy's promise to one ticket for one clock.
 *
 * @param policy its name
 * @param terms which time is counted, when it stands still, when to warn
 * @param target the time allowed
 * @param calendar the time that is counted
 * @param calendarChange what becomes of time that another calendar has counted
 */
public record Commitment(
        String policy, ClockTarget terms, Duration target, BusinessCalendar calendar, CalendarChange calendarChange) {

    boolean runs(Clock clock, TicketStatus status) {
        return !clock.course().still().contains(status) && !terms.pausedBy().contains(status);
    }

    boolean countsByLastCalendar() {
        return calendarChange == CalendarChange.LAST_ONLY;
    }

    /** Whether a customer is promised the same, by whatever calendar. */
    boolean promisesSameAs(Commitment other) {
        return policy.equals(other.policy) && terms.equals(other.terms) && target.equals(other.target);
    }
}
