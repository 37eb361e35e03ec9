package io.satisflow.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of a ticket, as its events have told it so far; the latest word on each fact counts.
 *
 * @param facts by the names that policies use
 */
public record TicketFacts(Map<String, String> facts) {
    public static final TicketFacts NONE = new TicketFacts(Map.of());

    public static final String ATTRIBUTE = "attributes.";

    public TicketFacts after(TicketEvent event) {
        if (event.details().isEmpty()) {
            return this;
        }
        Map<String, String> merged = new TreeMap<>(facts);
        merged.putAll(event.details());
        // An empty word says that there is none (any more).
        merged.values().removeIf(String::isBlank);
        return new TicketFacts(merged);
    }

    public String priority() {
        return value("priority");
    }

    public String channel() {
        return value("channel");
    }

    /** The group that owns it; channels that know only teams mean those. */
    Optional<String> group() {
        return Stream.of("group", "team").flatMap(name -> values(name).stream()).findFirst();
    }

    /** The values of a fact: many for tags, one for the others, none when it is unknown. */
    public List<String> values(String name) {
        return Arrays.stream(name.equals("tags") ? value(name).split(",", -1) : new String[] {value(name)})
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Channels may send what policies name, such as product, as an attribute of their own. */
    private String value(String name) {
        String value = facts.get(name);
        return value == null ? facts.getOrDefault(ATTRIBUTE + name, "") : value;
    }
}
