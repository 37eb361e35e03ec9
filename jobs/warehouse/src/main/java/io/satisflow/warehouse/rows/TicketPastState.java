package io.satisflow.warehouse.rows;

import io.satisflow.ticket.TicketFacts;
import io.satisflow.ticket.TicketStory;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's row needs of events that are no longer kept one by one.
 *
 * @param counts of events by type
 * @param firstAt when the first of them happened
 * @param lastAt when the last of them happened; what comes later and happened before is passed over
 */
public record TicketPastState(
        String ticket,
        String channel,
        TicketStory story,
        TicketFacts facts,
        Map<String, Long> counts,
        long reopened,
        @Nullable Instant firstReply,
        @Nullable String mergedInto,
        @Nullable String customerKey,
        Instant firstAt,
        Instant lastAt)
        implements Serializable {
    @SuppressWarnings("ConstantValue")
    public TicketPastState {
        ticket = ticket == null ? "" : ticket;
        channel = channel == null ? "" : channel;
        story = story == null ? TicketStory.UNTOLD : story;
        facts = facts == null ? TicketFacts.NONE : facts;
        counts = counts == null ? Map.of() : new TreeMap<>(counts);
        firstAt = firstAt == null ? Instant.EPOCH : firstAt;
        lastAt = lastAt == null ? Instant.EPOCH : lastAt;
    }

    /** Nobody knows any more whether it has been counted. */
    public boolean covers(Instant occurredAt) {
        return !occurredAt.isAfter(lastAt);
    }
}
