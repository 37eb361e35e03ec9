package io.satisflow.sla;

import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A help desk closes the ticket that it merges away, and many tell of the closing first. The ticket was not solved then, so
 * the merge comes before a closing that is told up to a minute earlier.
 */
final class MergeOrder {
    private static final Duration CLOSED_BY_MERGING = Duration.ofMinutes(1);

    private MergeOrder() {}

    /** The events as they happened. */
    static List<TicketEvent> of(List<TicketEvent> log) {
        List<TicketEvent> inOrder =
                log.stream().sorted(TicketEvent.AS_IT_HAPPENED).toList();
        for (int at = 0; at < inOrder.size(); at++) {
            if (inOrder.get(at).type() == TicketEventType.MERGED) {
                return beforeItsClosing(inOrder, at);
            }
        }
        return inOrder;
    }

    private static List<TicketEvent> beforeItsClosing(List<TicketEvent> inOrder, int at) {
        TicketEvent merge = inOrder.get(at);
        Instant since = merge.occurredAt().minus(CLOSED_BY_MERGING);
        for (int earlier = 0; earlier < at; earlier++) {
            TicketEvent event = inOrder.get(earlier);
            if (!event.occurredAt().isBefore(since) && ends(event)) {
                List<TicketEvent> moved = new ArrayList<>(inOrder);
                moved.add(earlier, moved.remove(at));
                return moved;
            }
        }
        return inOrder;
    }

    /** @param endedAt when the ticket was solved before these events; null when it was not */
    static boolean comesBeforeItsClosing(List<TicketEvent> news, @Nullable Instant endedAt) {
        for (TicketEvent event : news) {
            if (event.type() == TicketEventType.MERGED) {
                Instant since = event.occurredAt().minus(CLOSED_BY_MERGING);
                return (endedAt != null && !endedAt.isBefore(since))
                        || news.stream().takeWhile(earlier -> earlier != event).anyMatch(MergeOrder::ends);
            }
        }
        return false;
    }

    private static boolean ends(TicketEvent event) {
        return event.detail("status")
                .flatMap(TicketStatus::named)
                .filter(TicketStatus::isSolved)
                .isPresent();
    }
}
