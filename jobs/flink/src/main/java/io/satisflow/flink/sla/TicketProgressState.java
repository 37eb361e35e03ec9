package io.satisflow.flink.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a ticket's clocks have been run; small, since it is written whenever they are.
 *
 * @param advancedTo epoch milliseconds up to which they have spoken; null before the first time
 * @param timers that are registered for what comes next, epoch milliseconds in rising order
 */
public record TicketProgressState(@Nullable Long advancedTo, List<Long> timers) {
    static final TicketProgressState NONE = new TicketProgressState(null, List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public TicketProgressState {
        timers = timers == null ? List.of() : timers;
    }

    Instant reached() {
        return advancedTo == null ? Instant.EPOCH : Instant.ofEpochMilli(advancedTo);
    }

    boolean hasReached(long time) {
        return advancedTo != null && advancedTo >= time;
    }

    /** Timers that have rung by then are gone. */
    TicketProgressState advanced(long time) {
        return new TicketProgressState(
                time, timers.stream().filter(timer -> timer > time).toList());
    }

    boolean isTimerNeeded(long time) {
        return timers.isEmpty() || time < timers.get(0);
    }

    TicketProgressState withTimer(long time) {
        List<Long> more = new ArrayList<>(timers);
        more.add(time);
        more.sort(Comparator.naturalOrder());
        return new TicketProgressState(advancedTo, more);
    }
}
