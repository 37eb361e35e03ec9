package io.satisflow.sla.clock;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a clock's past in which neither status nor commitment changed.
 *
 * @param ran whether the clock ran; null until a commitment has said so, and never changed after that
 * @param hours of the first commitment on business time that counted it; null until there is one
 * @param counted the calendar by which {@code time} was counted last
 * @param time what it used up
 */
record CountedStretch(
        Instant from,
        Instant to,
        TicketStatus status,
        @Nullable Boolean ran,
        @Nullable BusinessCalendar hours,
        BusinessCalendar counted,
        Duration time) {

    static CountedStretch unjudged(Instant from, Instant to, TicketStatus status) {
        return new CountedStretch(from, to, status, null, null, BusinessCalendar.ALWAYS, Duration.ZERO);
    }

    /** Hours of work and hours on the wall do not add up, so a target on other time counts the past in its own. */
    CountedStretch countedFor(Commitment commitment, Clock clock) {
        boolean runs = ran == null ? commitment.runs(clock, status) : ran;
        BusinessCalendar own = hours == null || commitment.countsByLastCalendar() ? commitment.calendar() : hours;
        boolean wall = commitment.terms().time() == TimeBasis.WALL;
        BusinessCalendar calendar = wall ? commitment.calendar() : own;
        Duration used = runs ? calendar.elapsed(from, to) : Duration.ZERO;
        return new CountedStretch(from, to, status, runs, wall ? hours : own, calendar, used);
    }

    /** Hours of work are known as far as a promise on business time has counted them. */
    Duration used(TimeBasis basis) {
        if (!hasRun()) {
            return Duration.ZERO;
        }
        if (basis == TimeBasis.WALL) {
            return Duration.between(from, to);
        }
        return hours == null ? Duration.ZERO : hours.elapsed(from, to);
    }

    boolean hasRun() {
        return ran != null && ran;
    }

    /**
     * When so much of it was used up. What is used up at its very end is due when the clock goes on, so a pause that
     * begins at due breaks no promise.
     */
    Optional<Instant> uses(Duration amount) {
        if (!hasRun() || amount.compareTo(time) > 0) {
            return Optional.empty();
        }
        return Optional.of(counted.due(from, amount)).filter(to::isAfter);
    }
}
