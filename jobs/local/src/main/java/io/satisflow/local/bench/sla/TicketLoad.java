package io.satisflow.local.bench.sla;

import io.satisflow.local.bench.Skew;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
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

    TicketEvent event(long number) {
        if (number < tickets) {
            return opening(number);
        }
        SplittableRandom random = new SplittableRandom(SEED + number);
        long ticket = skew.ticket(random.nextDouble());
        return number < updated() ? update(number, ticket, random) : event(number, ticket, "internal_note", Map.of());
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

    private TicketEvent opening(long ticket) {
        String priority = ticket % 5 == 0 ? "urgent" : "normal";
        return event(ticket, ticket, "created", Map.of("priority", priority, "tags", "refund,web"));
    }

    /** Most updates move clocks: they pause and go on, are re-prioritised, are answered. */
    private TicketEvent update(long number, long ticket, SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 60) {
            return event(number, ticket, "status", Map.of("status", STATUSES[random.nextInt(STATUSES.length)]));
        }
        if (kind < 75) {
            return event(number, ticket, "priority", Map.of("priority", random.nextBoolean() ? "urgent" : "normal"));
        }
        if (kind < 90) {
            return event(number, ticket, "customer_message", Map.of());
        }
        return event(number, ticket, kind < 95 ? "agent_reply" : "internal_note", Map.of());
    }

    private TicketEvent event(long number, long ticket, String type, Map<String, String> details) {
        Instant time = time(number);
        return TicketEvent.newBuilder()
                .setTicket("T" + ticket)
                .setId(Long.toString(number, Character.MAX_RADIX))
                .setChannel("helpdesk")
                .setType(type)
                .setAt(time)
                .setKnownAt(time)
                .setDetails(details)
                .setSource(new SourcePosition("raw.helpdesk", (int) (ticket % 2), number, null))
                .build();
    }
}
