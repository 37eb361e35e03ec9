package io.satisflow.local.terminal;

import java.util.Map;
import java.util.TreeMap;

/** What is known of a ticket, by the names that ticket events have for it; what is said later holds. */
record TicketFile(Map<String, String> details) {
    static final TicketFile EMPTY = new TicketFile(Map.of());

    TicketFile with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(details);
        all.putAll(more);
        return new TicketFile(all);
    }

    String subject() {
        return details.getOrDefault("attributes.subject", "");
    }

    String owner() {
        return details.getOrDefault("to", "");
    }

    String team() {
        return details.getOrDefault("team", details.getOrDefault("attributes.team", ""));
    }
}
