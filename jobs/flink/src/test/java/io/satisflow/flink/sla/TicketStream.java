package io.satisflow.flink.sla;

import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.time.Instant;
import java.util.Map;

/** Ticket events for tests, on Monday 5 January 2026, UTC. */
final class TicketStream {
    private static long offset;

    private TicketStream() {}

    static TicketEvent created(String ticket, String time) {
        return event(ticket, "created", time, Map.of());
    }

    static TicketEvent reply(String ticket, String time) {
        return event(ticket, "agent_reply", time, Map.of());
    }

    static TicketEvent status(String ticket, String time, String status) {
        return event(ticket, "status", time, Map.of("status", status));
    }

    static TicketEvent event(String ticket, String type, String time, Map<String, String> details) {
        return TicketEvent.newBuilder()
                .setTicket(ticket)
                .setId(type + " " + time)
                .setChannel("helpdesk")
                .setType(type)
                .setAt(at(time))
                .setKnownAt(at(time))
                .setDetails(details)
                .setSource(new SourcePosition("raw", 0, offset++, null))
                .build();
    }

    /** The same event, but known only later. */
    static TicketEvent known(TicketEvent event, String time) {
        return TicketEvent.newBuilder(event).setKnownAt(at(time)).build();
    }

    static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + (time.length() == 5 ? ":00Z" : "Z"));
    }
}
