package io.satisflow.local.bench.sla;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.local.bench.Skew;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The events of a bench by their number: first every ticket is opened, then open tickets are updated, then time passes
 * until what was promised first is broken for many of them. Then all are closed, time passes until they are dormant,
 * and months later customers write to some of them again. Every event follows from its number alone.
 *
 * @param tickets opened, by one event each
 * @param updates of open tickets
 * @param breaches in the storm, at most one a ticket
 * @param reopenings of tickets that were closed months before; 0 leaves closing and reopening out
 */
record TicketLoad(long tickets, long updates, long breaches, long reopenings, Skew skew) implements Serializable {
    static final Duration FIRST_REPLY = Duration.ofHours(24);

    /** How many events stand between two watermarks: what a tenth of a second holds at 10,000 events a second. */
    static final int EVENTS_PER_WATERMARK = 1000;

    private static final Instant BEGINNING = Instant.parse("2026-01-05T00:00:00Z");
    private static final long EVENTS_PER_MILLI = 10;
    /** Faster than tickets were opened, so that few promises are broken meanwhile. */
    private static final long CLOSINGS_PER_MILLI = 1000;

    private static final Duration UNTIL_DORMANT = Duration.ofDays(7);
    private static final Duration MONTHS = Duration.ofDays(100);
    private static final long SEED = 20260105;
    private static final String[] STATUSES = {"pending", "open", "on_hold", "open"};

    long updated() {
        return tickets + updates;
    }

    /** In the storm each event moves time by as much as one watermark's worth of tickets took to open. */
    long broken() {
        return updated() + breaches / EVENTS_PER_WATERMARK;
    }

    long closed() {
        return broken() + (reopenings == 0 ? 0 : tickets);
    }

    /** While they fall asleep, each event moves time by as much as one watermark's worth of tickets took to close. */
    long slept() {
        return closed() + (reopenings == 0 ? 0 : tickets / EVENTS_PER_WATERMARK + 1);
    }

    long events() {
        return slept() + reopenings;
    }

    RecordedTicketEvent event(long number) {
        if (number < tickets) {
            return opening(number);
        }
        SplittableRandom random = new SplittableRandom(SEED + number);
        if (number < updated()) {
            return update(number, skew.ticket(random.nextDouble()), random);
        }
        if (number < broken()) {
            return event(number, skew.ticket(random.nextDouble()), TicketEventType.INTERNAL_NOTE, Map.of());
        }
        if (number < closed()) {
            return event(number, number - broken(), TicketEventType.STATUS, Map.of("status", "closed"));
        }
        if (number < slept()) {
            // On a ticket of its own, so that no other is kept awake.
            return event(number, tickets, TicketEventType.INTERNAL_NOTE, Map.of());
        }
        return event(number, (number - slept()) * (tickets / reopenings), TicketEventType.CUSTOMER_MESSAGE, Map.of());
    }

    Instant time(long number) {
        if (number < updated()) {
            return BEGINNING.plusMillis(number / EVENTS_PER_MILLI);
        }
        Instant storm = BEGINNING.plus(FIRST_REPLY);
        if (number < broken()) {
            return storm.plusMillis((number - updated() + 1) * EVENTS_PER_WATERMARK / EVENTS_PER_MILLI);
        }
        Instant closing = storm.plusMillis(breaches / EVENTS_PER_MILLI + 1);
        if (number < closed()) {
            return closing.plusMillis((number - broken()) / CLOSINGS_PER_MILLI);
        }
        if (number < slept()) {
            return closing.plus(UNTIL_DORMANT)
                    .plusMillis((number - closed()) * EVENTS_PER_WATERMARK / CLOSINGS_PER_MILLI);
        }
        return closing.plus(MONTHS).plusMillis((number - slept()) / EVENTS_PER_MILLI);
    }

    boolean endsWatermark(long number) {
        return number % EVENTS_PER_WATERMARK == EVENTS_PER_WATERMARK - 1
                || (number >= updated() && number < broken())
                || (number >= closed() && number < slept())
                || List.of(tickets, updated(), broken(), closed(), slept(), events())
                        .contains(number + 1);
    }

    /**
     * Up to where time has come after an event: never into a millisecond of which another event is to come, since what
     * then came too late would be used or not as the machine goes.
     */
    Instant watermarkAfter(long number) {
        Instant time = time(number);
        boolean isMillisecondOver = number + 1 == events() || time(number + 1).isAfter(time);
        return isMillisecondOver ? time : time.minusMillis(1);
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
