package io.satisflow.flink.outcome;

import io.satisflow.ticket.TicketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's events, and what has been told of it. Times are epoch milliseconds.
 *
 * @param waiting those that may not be used yet
 * @param log those that are, none twice
 * @param customer null while nobody has said whose it is
 * @param toldCase the case that its customer's other tickets are compared with, in words; empty when none has been told
 * @param look when it is looked at again though nothing is heard of it; null when never
 * @param keptUntil when it is forgotten; null before anything is used
 */
public record TicketOutcomesState(
        List<TicketEvent> waiting,
        List<TicketEvent> log,
        Telling telling,
        @Nullable String customer,
        String toldCase,
        @Nullable Long look,
        @Nullable Long keptUntil) {
    static final TicketOutcomesState NEW =
            new TicketOutcomesState(List.of(), List.of(), Telling.NOTHING, null, "", null, null);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public TicketOutcomesState {
        waiting = waiting == null ? List.of() : waiting;
        log = log == null ? List.of() : log;
        telling = telling == null ? Telling.NOTHING : telling;
        toldCase = toldCase == null ? "" : toldCase;
    }

    TicketOutcomesState with(List<TicketEvent> nowWaiting, List<TicketEvent> nowLog) {
        return new TicketOutcomesState(nowWaiting, nowLog, telling, customer, toldCase, look, keptUntil);
    }
}
