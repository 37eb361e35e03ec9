package io.satisflow.ticket;

import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a ticket.
 *
 * @param ticket the ticket's id
 * @param id unique within the ticket; the same id again is the same event, redelivered
 * @param occurredAt when it happened: what clocks count
 * @param knownAt from when it may be used (rule T1); never before {@code occurredAt} in a well-dated stream
 * @param details what it says of the ticket, by the names that policies use: status, priority, kind, grade, channel,
 *     team, tags (comma-separated), by, to, group, stage, due, outcome, into, attributes.&lt;name&gt;; an empty word takes
 *     a fact away. And of itself: sequence, snapshot, created_at
 * @param customerKey a keyed hash of the customer that its record names; null without one, or without a secret
 */
public record TicketEvent(
        String ticket,
        String id,
        TicketEventType type,
        Instant occurredAt,
        Instant knownAt,
        Map<String, String> details,
        @Nullable String customerKey)
        implements Serializable {

    /** Where it stands among the events of its source, should several share an instant: a number. */
    public static final String SEQUENCE = "sequence";
    /** {@code true}: it tells the whole ticket, so a fact that it does not name is taken away. */
    public static final String SNAPSHOT = "snapshot";
    /** When the ticket was created, told by any of its events. */
    public static final String CREATED_AT = "created_at";

    /** {@code raises}: our own judgement of a message, which makes a ticket graver and never milder. */
    public static final String TRIAGE = "triage";

    /** Of two events with one id, the one that comes first in this order counts, whatever order they came in (rule T4). */
    public static final Comparator<TicketEvent> IN_ORDER_KNOWN = Comparator.comparing(TicketEvent::knownAt)
            .thenComparing(TicketEvent::occurredAt)
            .thenComparing(EventOrder.AT_ONCE)
            .thenComparing(event -> event.details().toString());

    /** The order in which clocks hear of them. */
    public static final Comparator<TicketEvent> AS_IT_HAPPENED =
            Comparator.comparing(TicketEvent::occurredAt).thenComparing(EventOrder.AT_ONCE);

    public TicketEvent {
        // A field that a later version adds arrives as null from an older savepoint.
        details = details == null ? new TreeMap<>() : new TreeMap<>(details);
    }

    public TicketEvent(
            String ticket,
            String id,
            TicketEventType type,
            Instant occurredAt,
            Instant knownAt,
            Map<String, String> details) {
        this(ticket, id, type, occurredAt, knownAt, details, null);
    }

    public Optional<String> detail(String name) {
        return Optional.ofNullable(details.get(name));
    }

    /** What a promise says; empty when it says nothing, or nothing that can be read. */
    public Optional<Instant> promisedDate() {
        return instant("due");
    }

    /** When the ticket was created, as far as this event tells; never after the event itself. */
    Optional<Instant> toldCreation() {
        return instant(CREATED_AT).filter(created -> !created.isAfter(occurredAt));
    }

    public boolean isSnapshot() {
        return detail(SNAPSHOT).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** What it is once it is asked who wrote it: a robot is not a person, and a requester's other account no agent. */
    public TicketEventType meaning() {
        String by = details.getOrDefault("by", "");
        if (by.isEmpty() || type == TicketEventType.CREATED) {
            return type;
        }
        return switch (type) {
            case AGENT_REPLY ->
                switch (by) {
                    case "bot" -> TicketEventType.BOT_REPLY;
                    case "customer" -> TicketEventType.CUSTOMER_MESSAGE;
                    default -> type;
                };
            // What a robot says in the customer's name, such as that they are out of office, waits for no answer.
            case CUSTOMER_MESSAGE -> by.equals("bot") ? TicketEventType.INTERNAL_NOTE : type;
            default -> type;
        };
    }

    private Optional<Instant> instant(String name) {
        return detail(name).filter(TicketEvent::isInstant).map(Instant::parse);
    }

    public static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    public static boolean isSequence(String text) {
        return EventOrder.isNumber(text);
    }

    public TicketEvent withKnownAt(Instant instant) {
        return new TicketEvent(ticket, id, type, occurredAt, instant, details, customerKey);
    }

    public TicketEvent with(Map<String, String> others) {
        return new TicketEvent(ticket, id, type, occurredAt, knownAt, others, customerKey);
    }

    public TicketEvent ofCustomer(@Nullable String key) {
        return new TicketEvent(ticket, id, type, occurredAt, knownAt, details, key);
    }
}
