package io.satisflow.flink.sla;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Ticket events for tests, on Monday 5 January 2026, UTC. */
final class TicketStream {
    private static long offset;

    private TicketStream() {}

    static RecordedTicketEvent created(String ticket, String time) {
        return event(ticket, "created", time, Map.of());
    }

    static RecordedTicketEvent reply(String ticket, String time) {
        return event(ticket, "agent_reply", time, Map.of());
    }

    static RecordedTicketEvent status(String ticket, String time, String status) {
        return event(ticket, "status", time, Map.of("status", status));
    }

    static RecordedTicketEvent event(String ticket, String type, String time, Map<String, String> details) {
        return event(ticket, type + " " + time, type, at(time), at(time), details, offset++);
    }

    static RecordedTicketEvent event(
            String ticket,
            String id,
            String type,
            Instant at,
            Instant known,
            Map<String, String> details,
            long offset) {
        return new RecordedTicketEvent(
                "helpdesk",
                new TicketEvent(ticket, id, TicketEventType.valueOf(type.toUpperCase(Locale.ROOT)), at, known, details),
                new SourcePosition("raw", 0, offset));
    }

    /** The same event, but known only later. */
    static RecordedTicketEvent known(RecordedTicketEvent event, String time) {
        return event.withKnownAt(at(time));
    }

    /** The same event at another time, known at once. */
    static RecordedTicketEvent happening(RecordedTicketEvent recorded, Instant time) {
        TicketEvent event = recorded.event();
        return new RecordedTicketEvent(
                recorded.channel(),
                new TicketEvent(event.ticket(), event.id(), event.type(), time, time, event.details()),
                recorded.source());
    }

    static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + (time.length() == 5 ? ":00Z" : "Z"));
    }
}
