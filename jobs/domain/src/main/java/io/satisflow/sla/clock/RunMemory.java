package io.satisflow.sla.clock;

import io.satisflow.ticket.TicketStatus;
import java.time.Duration;

/**
 * What is kept of a clock's run once the events that made it are not: enough to go on with it.
 *
 * @param instance the last that was activated; 0 when none was
 * @param promised whether that instance is open or was done, rather than cancelled
 * @param status in which it stood
 * @param business what it had used of its target when that counts business time
 * @param wall how long it had run by the clock on the wall
 * @param target what was promised last; zero when nothing was
 * @param time which time that counted
 * @param breached whether that promise was broken
 * @param fulfilled whether it was done, so that only reopening takes it up again
 * @param suspended whether it was overtaken by the ticket's end, so that only reopening takes it up again
 */
public record RunMemory(
        Clock clock,
        ClockStart start,
        int instance,
        boolean promised,
        TicketStatus status,
        Duration business,
        Duration wall,
        Duration target,
        TimeBasis time,
        boolean breached,
        boolean fulfilled,
        boolean suspended) {

    Duration used(TimeBasis basis) {
        return basis == TimeBasis.WALL ? wall : business;
    }
}
