package io.satisflow.flink.satisfaction;

import io.satisflow.satisfaction.answer.Recovery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer's texts of one ticket, as far as they matter.
 *
 * @param waiting those that may not be used yet
 * @param first the earliest; null before any is used
 * @param last the latest, with {@code first} the same while there is only one
 * @param told how many changes have been told
 * @param toldAt the time of the last of them, epoch milliseconds; told times never go back
 */
public record TicketTextsState(
        List<TicketTextState> waiting,
        @Nullable TicketTextState first,
        @Nullable TicketTextState last,
        long told,
        long toldAt) {

    static final TicketTextsState NEW = new TicketTextsState(List.of(), null, null, 0, Long.MIN_VALUE);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public TicketTextsState {
        waiting = waiting == null ? List.of() : waiting;
    }

    TicketTextsState waitingFor(TicketTextState text) {
        List<TicketTextState> more = new ArrayList<>(waiting);
        more.add(text);
        return new TicketTextsState(more, first, last, told, toldAt);
    }

    /** With what may be used by now. */
    TicketTextsState at(long time) {
        TicketTextsState next = new TicketTextsState(
                waiting.stream().filter(text -> text.knownAt() > time).toList(), first, last, told, toldAt);
        for (TicketTextState text : waiting.stream()
                .filter(each -> each.knownAt() <= time)
                .sorted(TicketTextState.ORDER)
                .toList()) {
            next = next.using(text);
        }
        return next;
    }

    private TicketTextsState using(TicketTextState text) {
        Recovery before = recovery();
        if (before == null) {
            return new TicketTextsState(waiting, text, text, told, Math.max(toldAt, text.knownAt()));
        }
        Recovery after = before.with(text.toDomain());
        return new TicketTextsState(
                waiting,
                after.first().equals(before.first()) ? first : text,
                after.last().equals(before.last()) ? last : text,
                told,
                Math.max(toldAt, text.knownAt()));
    }

    TicketTextsState toldOnce() {
        return new TicketTextsState(waiting, first, last, told + 1, toldAt);
    }

    boolean saysOther(TicketTextsState other) {
        Recovery now = recovery();
        return now != null && now.isTold() && !now.equals(other.recovery());
    }

    @Nullable
    Recovery recovery() {
        return first == null || last == null ? null : new Recovery(first.toDomain(), last.toDomain());
    }
}
