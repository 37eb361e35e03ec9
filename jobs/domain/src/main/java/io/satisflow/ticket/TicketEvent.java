package io.satisflow.ticket;

import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that happened to a ticket.
 *
 * @param ticket the ticket's id
 * @param id unique within the ticket; the same id again is the same event, redelivered
 * @param occurredAt when it happened: what clocks count
 * @param knownAt from when it may be used (rule T1); never before {@code occurredAt} in a well-dated stream
 * @param details what it says of the ticket, by the names that policies use: status, priority, kind, grade, channel,
 *     team, tags (comma-separated), by, to, group, stage, due, outcome, into, attributes.&lt;name&gt;
 */
public record TicketEvent(
        String ticket,
        String id,
        TicketEventType type,
        Instant occurredAt,
        Instant knownAt,
        Map<String, String> details)
        implements Serializable {

    /** The one order of a ticket's events, whatever order they came in (rule T4). */
    public static final Comparator<TicketEvent> IN_ORDER_KNOWN = Comparator.comparing(TicketEvent::knownAt)
            .thenComparing(TicketEvent::occurredAt)
            .thenComparing(TicketEvent::id);

    public TicketEvent {
        // A field that a later version adds arrives as null from an older savepoint.
        details = details == null ? new TreeMap<>() : new TreeMap<>(details);
    }

    public Optional<String> detail(String name) {
        return Optional.ofNullable(details.get(name));
    }

    /** What a promise says; empty when it says nothing, or nothing that can be read. */
    public Optional<Instant> promisedDate() {
        try {
            return detail("due").map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public TicketEvent withKnownAt(Instant instant) {
        return new TicketEvent(ticket, id, type, occurredAt, instant, details);
    }
}
