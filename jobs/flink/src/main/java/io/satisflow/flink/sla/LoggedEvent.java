package io.satisflow.flink.sla;

import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.sla.RefusedTicketEvent;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in a ticket's log, with the position it came from, should it have to be refused later. Times
 * are epoch milliseconds.
 */
public record LoggedEvent(
        String id,
        String type,
        long occurredAt,
        long knownAt,
        Map<String, String> details,
        String topic,
        int partition,
        long offset,
        @Nullable Long row) {

    public static LoggedEvent of(RecordedTicketEvent recorded) {
        TicketEvent event = recorded.event();
        SourcePosition source = recorded.source();
        return new LoggedEvent(
                event.id(),
                event.type().wireName(),
                event.occurredAt().toEpochMilli(),
                event.knownAt().toEpochMilli(),
                details(recorded),
                source.topic(),
                source.partition(),
                source.offset(),
                source.row());
    }

    /** Policies may ask for the channel, so it stands among the details. */
    private static Map<String, String> details(RecordedTicketEvent recorded) {
        Map<String, String> details = new HashMap<>(recorded.event().details());
        details.put("channel", recorded.channel());
        return details;
    }

    public TicketEvent toDomain(String ticket) {
        return new TicketEvent(
                ticket,
                id,
                TicketEventType.valueOf(type.toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(occurredAt),
                Instant.ofEpochMilli(knownAt),
                details);
    }

    LoggedEvent notKnownBefore(long instant) {
        return knownAt >= instant
                ? this
                : new LoggedEvent(id, type, occurredAt, instant, details, topic, partition, offset, row);
    }

    /** A redelivery has the id of the original, but came from elsewhere, or says something else. */
    boolean isSame(TicketEvent event) {
        return id.equals(event.id())
                && type.equals(event.type().wireName())
                && details.equals(event.details())
                && knownAt == event.knownAt().toEpochMilli()
                && occurredAt == event.occurredAt().toEpochMilli();
    }

    /** @param refused this very event */
    DeadLetter letter(RefusedTicketEvent refused) {
        return new DeadLetter(
                refused.event().detail("channel").orElse(null),
                new SourcePosition(topic, partition, offset, row),
                refused.reason().wireName(),
                refused.message(),
                refused.event().knownAt());
    }
}
