package io.satisflow.local.terminal;

import java.util.Map;
import java.util.TreeMap;

/** What is known of a ticket, by the names that ticket events have for it; what is said later holds. */
public record KnownTicket(Map<String, String> details) {
    static final KnownTicket EMPTY = new KnownTicket(Map.of());

    KnownTicket with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(details);
        all.putAll(more);
        return new KnownTicket(all);
    }

    public String subject() {
        return details.getOrDefault("attributes.subject", "");
    }

    public String owner() {
        return details.getOrDefault("to", "");
    }

    public String team() {
        return details.getOrDefault("team", details.getOrDefault("attributes.team", ""));
    }
}
