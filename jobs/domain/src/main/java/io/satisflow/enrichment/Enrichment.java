package io.satisflow.enrichment;

import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tables add to what sources send, as they stood when it happened. What a source says itself is not overruled.
 *
 * @param customers by id: tier, region and other attributes
 * @param agents by id: team, and {@code is}: person or robot
 */
public record Enrichment(EnrichmentTable customers, EnrichmentTable agents) implements Serializable {
    public static final Enrichment NONE = new Enrichment(EnrichmentTable.EMPTY, EnrichmentTable.EMPTY);

    private static final String AGENT = "agent";
    private static final String TEAM = "team";
    private static final String IS = "is";
    private static final String ROBOT = "robot";

    /** @param customer who said it, as the source has it */
    public Feedback of(Feedback feedback, @Nullable String customer) {
        Map<String, String> attributes = new TreeMap<>(feedback.attributes());
        known(customers, customer, feedback.occurredAt()).forEach(attributes::putIfAbsent);
        known(agents, attributes.get(AGENT), feedback.occurredAt())
                .forEach((name, value) -> attributes.putIfAbsent(name.equals(IS) ? "agent_is" : name, value));
        return attributes.equals(feedback.attributes()) ? feedback : feedback.withAttributes(attributes);
    }

    /** @param customer whose ticket it is, as the source has it, as far as the record says */
    public TicketEvent of(TicketEvent event, @Nullable String customer) {
        Instant at = event.occurredAt();
        Map<String, String> details = new TreeMap<>(event.details());
        known(customers, customer, at).forEach((name, value) -> details.putIfAbsent("attributes." + name, value));
        known(agents, details.get("to"), at).forEach((name, value) -> {
            if (name.equals(TEAM)) {
                details.putIfAbsent(TEAM, value);
            }
        });
        boolean byRobot = event.type() == TicketEventType.AGENT_REPLY
                && ROBOT.equals(known(agents, details.get(AGENT), at).get(IS));
        TicketEventType type = byRobot ? TicketEventType.BOT_REPLY : event.type();
        return byRobot || !details.equals(event.details())
                ? new TicketEvent(event.ticket(), event.id(), type, at, event.knownAt(), details)
                : event;
    }

    private static Map<String, String> known(EnrichmentTable table, @Nullable String key, Instant at) {
        return Optional.ofNullable(key).map(of -> table.at(of, at)).orElse(Map.of());
    }
}
