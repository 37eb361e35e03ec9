package io.satisflow.local.bench.sla;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.local.bench.Skew;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The events of a bench by their number: first every ticket is opened, then open tickets are updated, then time passes
 * until what was promised first is broken for many of them. Every event follows from its number alone.
 *
 * @param tickets opened, by one event each
 * @param updates of open tickets
 * @param breaches in the storm, at most one a ticket
 */
record TicketLoad(long tickets, long updates, long breaches, Skew skew) implements Serializable {
    static final Duration FIRST_REPLY = Duration.ofHours(24);

    /** How many events stand between two watermarks: what a tenth of a second holds at 10,000 events a second. */
    static final int EVENTS_PER_WATERMARK = 1000;

    private static final Instant BEGINNING = Instant.parse("2026-01-05T00:00:00Z");
    private static final long EVENTS_PER_MILLI = 10;
    private static final long SEED = 20260105;
    private static final String[] STATUSES = {"pending", "open", "on_hold", "open"};

    long updated() {
        return tickets + updates;
    }

    /** In the storm each event moves time by as much as one watermark's worth of tickets took to open. */
    long events() {
        return updated() + breaches / EVENTS_PER_WATERMARK;
    }

    RecordedTicketEvent event(long number) {
        if (number < tickets) {
            return opening(number);
        }
        SplittableRandom random = new SplittableRandom(SEED + number);
        long ticket = skew.ticket(random.nextDouble());
        return number < updated()
                ? update(number, ticket, random)
                : event(number, ticket, TicketEventType.INTERNAL_NOTE, Map.of());
    }

    Instant time(long number) {
        if (number < updated()) {
            return BEGINNING.plusMillis(number / EVENTS_PER_MILLI);
        }
        long step = number - updated() + 1;
        return BEGINNING.plus(FIRST_REPLY).plusMillis(step * EVENTS_PER_WATERMARK / EVENTS_PER_MILLI);
    }

    boolean endsWatermark(long number) {
        return number % EVENTS_PER_WATERMARK == EVENTS_PER_WATERMARK - 1
                || number >= updated()
                || number == tickets - 1
                || number == updated() - 1;
    }

    private RecordedTicketEvent opening(long ticket) {
        String priority = ticket % 5 == 0 ? "urgent" : "normal";
        return event(ticket, ticket, TicketEventType.CREATED, Map.of("priority", priority, "tags", "refund,web"));
    }

    /** Most updates move clocks: they pause and go on, are re-prioritised, are answered. */
    private RecordedTicketEvent update(long number, long ticket, SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 60) {
            return event(
                    number,
                    ticket,
                    TicketEventType.STATUS,
                    Map.of("status", STATUSES[random.nextInt(STATUSES.length)]));
        }
        if (kind < 75) {
            return event(
                    number,
                    ticket,
                    TicketEventType.PRIORITY,
                    Map.of("priority", random.nextBoolean() ? "urgent" : "normal"));
        }
        if (kind < 90) {
            return event(number, ticket, TicketEventType.CUSTOMER_MESSAGE, Map.of());
        }
        return event(number, ticket, kind < 95 ? TicketEventType.AGENT_REPLY : TicketEventType.INTERNAL_NOTE, Map.of());
    }

    private RecordedTicketEvent event(long number, long ticket, TicketEventType type, Map<String, String> details) {
        Instant time = time(number);
        return new RecordedTicketEvent(
                "helpdesk",
                new TicketEvent("T" + ticket, Long.toString(number, Character.MAX_RADIX), type, time, time, details),
                new SourcePosition("raw.helpdesk", (int) (ticket % 2), number));
    }
}
