package io.satisflow.channel.ticket;

import io.satisflow.channel.field.SourceRecord;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A ticket as it stands at an instant: its status with all that is said of it, whom it is given to, and what it was merged
 * into. Clocks compare it with what they know, so a snapshot that is told again changes nothing.
 *
 * @param at when the ticket was last changed
 */
record TicketSnapshot(String ticket, SourceRecord source, Instant at) {

    /** @param state all facts; what the ticket lacks, as an empty word */
    Stream<TicketEvent> events(Map<String, String> state) {
        Map<String, String> facts = new TreeMap<>(state);
        facts.remove("by");
        String into = facts.remove("into");
        Stream.Builder<TicketEvent> events = Stream.builder();
        events.add(event(TicketEventType.STATUS, "snapshot@" + at, facts));
        String to = facts.getOrDefault("to", "");
        if (!to.isEmpty()) {
            // By the person and not by the time: told again with each later update, it is the same assignment.
            events.add(event(TicketEventType.ASSIGNED, "assigned=" + to, facts));
        }
        if (into != null && !into.isEmpty()) {
            Map<String, String> merged = new TreeMap<>(facts);
            merged.put("into", into);
            events.add(event(TicketEventType.MERGED, "merged=" + into, merged));
        }
        return events.build();
    }

    private TicketEvent event(TicketEventType type, String id, Map<String, String> details) {
        TicketDetails.check(source, type, details);
        return new TicketEvent(ticket, ticket + ":" + id, type, at, at, details);
    }
}
