package io.satisflow.flink.sla;

import io.satisflow.sla.TicketMemory;
import io.satisflow.sla.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a ticket; its clocks are computed from the log whenever they are needed.
 *
 * @param advancedTo epoch milliseconds up to which the clocks have spoken; 0 before the first time
 * @param timers that are registered, epoch milliseconds in rising order
 * @param log events used, and events that may not be used yet, since they are known later than {@code advancedTo}
 * @param memory of what happened before the log; null while the log is complete
 */
public record TicketRow(
        long advancedTo,
        List<Long> timers,
        List<LoggedEvent> log,
        @Nullable TicketMemory memory) {
    /** A ticket that nothing is known of. */
    public static final TicketRow UNKNOWN = new TicketRow(0, List.of(), List.of(), null);

    boolean isDormant() {
        return log.isEmpty() && memory != null;
    }

    boolean isUnknown() {
        return log.isEmpty() && memory == null;
    }

    /** What has been said so far was said without these events, so they cannot have been known. */
    public TicketRow with(Collection<LoggedEvent> events) {
        List<LoggedEvent> longer = new ArrayList<>(log);
        events.forEach(event -> longer.add(event.notKnownBefore(advancedTo + 1)));
        return new TicketRow(advancedTo, timers, longer, memory);
    }

    public TicketState toDomain(String ticket) {
        return new TicketState(
                log.stream().map(event -> event.toDomain(ticket)).toList(), Instant.ofEpochMilli(advancedTo), memory);
    }

    /** What is left after the domain has moved the ticket forward; timers that have rung by then are gone. */
    public TicketRow advanced(TicketState next) {
        List<LoggedEvent> kept = next.log().size() == log.size()
                ? log
                : next.log().stream().map(this::find).toList();
        long reached = next.advancedTo().toEpochMilli();
        return new TicketRow(
                reached, timers.stream().filter(timer -> timer > reached).toList(), kept, next.memory());
    }

    /** The first of the log that is this event; a redelivery has the same id, but came from elsewhere. */
    LoggedEvent find(io.satisflow.ticket.TicketEvent event) {
        return log.stream().filter(logged -> logged.isSame(event)).findFirst().orElseThrow();
    }

    boolean isTimerNeeded(long time) {
        return timers.isEmpty() || time < timers.get(0);
    }

    TicketRow withTimer(long time) {
        List<Long> more = new ArrayList<>(timers);
        more.add(time);
        more.sort(Comparator.naturalOrder());
        return withTimers(more);
    }

    public TicketRow withTimers(List<Long> registered) {
        return new TicketRow(advancedTo, registered, log, memory);
    }
}
