package io.satisflow.sla.policy;

import io.satisflow.ticket.TicketFacts;
import java.io.Serializable;
import java.util.List;

/**
 * What a policy asks of one fact of a ticket.
 *
 * @param fact such as channel, grade, tags or attributes.country
 * @param anyOf one of these must be among its values; empty when any will do
 * @param noneOf none of these may be
 */
public record Condition(String fact, List<String> anyOf, List<String> noneOf) implements Serializable {
    /** The facts a policy may ask for, besides {@code attributes.<name>}. */
    public static final List<String> FACTS =
            List.of("channel", "product", "region", "team", "kind", "grade", "priority", "tier", "tags");

    public Condition {
        anyOf = List.copyOf(anyOf);
        noneOf = List.copyOf(noneOf);
    }

    /** Whether tickets of this channel may fulfil it, whatever else is true of them. */
    boolean mayHoldFor(String channel) {
        List<String> values = List.of(channel);
        return !fact.equals("channel") || ((anyOf.isEmpty() || contains(anyOf, values)) && !contains(noneOf, values));
    }

    boolean matches(TicketFacts ticket) {
        List<String> values = ticket.values(fact);
        return (anyOf.isEmpty() || contains(anyOf, values)) && !contains(noneOf, values);
    }

    private static boolean contains(List<String> wanted, List<String> values) {
        return values.stream().anyMatch(value -> wanted.stream().anyMatch(value::equalsIgnoreCase));
    }
}
