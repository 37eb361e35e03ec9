package io.satisflow.flink.sla;

import io.satisflow.sla.TicketState;
import io.satisflow.wire.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a ticket; its clocks are computed from the log whenever they are needed.
 *
 * @param log events used, and events that may not be used yet
 * @param advancedTo epoch milliseconds up to which the clocks have spoken; null before the first time
 * @param timers the timers that are registered, epoch milliseconds in rising order
 */
public record TicketLogState(
        List<TicketEventState> log, @Nullable Long advancedTo, List<Long> timers) {

    static final TicketLogState EMPTY = new TicketLogState(List.of(), null, List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public TicketLogState {
        log = log == null ? List.of() : log;
        timers = timers == null ? List.of() : timers;
    }

    /** Takes note of an event, under the time from which the domain will use it. */
    TicketLogState with(TicketEvent event, String ticket) {
        TicketEventState added = TicketEventState.of(event);
        TicketState noted = new TicketState(List.of(), reached()).with(added.toDomain(ticket));
        List<TicketEventState> longer = new ArrayList<>(log);
        longer.add(added.withKnownAt(noted.log().get(0).knownAt()));
        return new TicketLogState(longer, advancedTo, timers);
    }

    TicketState toDomain(String ticket) {
        return new TicketState(log.stream().map(event -> event.toDomain(ticket)).toList(), reached());
    }

    /** What is left of this log after the domain has moved the ticket forward. */
    TicketLogState advanced(TicketState next) {
        List<TicketEventState> kept =
                next.log().stream().map(event -> find(event).orElseThrow()).toList();
        return new TicketLogState(kept, next.advancedTo().toEpochMilli(), timers);
    }

    Optional<TicketEventState> find(io.satisflow.sla.TicketEvent event) {
        return log.stream().filter(kept -> kept.isSame(event)).findFirst();
    }

    boolean isTimerNeeded(long time) {
        return timers.isEmpty() || time < timers.get(0);
    }

    TicketLogState withTimer(long time) {
        List<Long> more = new ArrayList<>(timers);
        more.add(time);
        more.sort(Comparator.naturalOrder());
        return new TicketLogState(log, advancedTo, more);
    }

    TicketLogState withoutTimer(long time) {
        return new TicketLogState(
                log, advancedTo, timers.stream().filter(timer -> timer != time).toList());
    }

    private Instant reached() {
        return advancedTo == null ? Instant.EPOCH : Instant.ofEpochMilli(advancedTo);
    }
}
