package io.satisflow.local.cli.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import java.util.Map;
import java.util.stream.Stream;

/** Canonical records as the topics have them, each with the name of its topic. */
public final class CanonicalJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ATTRIBUTES = "attributes";

    private CanonicalJson() {}

    public static Stream<ObjectNode> of(Accepted record) {
        return Stream.concat(
                record.said().stream().map(CanonicalJson::of),
                record.ticketEvents().stream().map(CanonicalJson::of));
    }

    private static ObjectNode of(Feedback feedback) {
        ObjectNode json = NODES.objectNode()
                .put("topic", "feedback")
                .put("id", feedback.id())
                .put("channel", feedback.channel())
                .put("revision", feedback.revision())
                .put("occurred_at", feedback.occurredAt().toString())
                .put("customer", feedback.customer())
                .put("kind", feedback.kind())
                .put("grade", feedback.grade());
        ArrayNode ratings = json.putArray("ratings");
        feedback.ratings()
                .forEach(rating -> ratings.addObject()
                        .put("question", rating.question())
                        .put("value", rating.value())
                        .put("min", rating.min())
                        .put("max", rating.max()));
        ArrayNode dimensions = json.putArray("dimensions");
        feedback.dimensions()
                .forEach(dimension -> dimensions
                        .addObject()
                        .put("name", dimension.name())
                        .put("score", dimension.score())
                        .put("expectation", dimension.expectation()));
        json.put("text", feedback.text()).put("language", feedback.language());
        if (feedback.customerKey() != null) {
            json.put("customer_key", feedback.customerKey());
        }
        feedback.attributes().forEach(json.putObject(ATTRIBUTES)::put);
        return json;
    }

    /** As {@code sla replay --events} reads it; what was taken away is an empty word. */
    private static ObjectNode of(TicketEvent event) {
        ObjectNode json = NODES.objectNode()
                .put("topic", "ticket-events")
                .put("ticket", event.ticket())
                .put("id", event.id())
                .put("at", event.occurredAt().toString())
                .put("type", event.type().wireName());
        ObjectNode attributes = NODES.objectNode();
        for (Map.Entry<String, String> detail : event.details().entrySet()) {
            if (detail.getKey().startsWith(ATTRIBUTES + ".")) {
                attributes.put(detail.getKey().substring(ATTRIBUTES.length() + 1), detail.getValue());
            } else {
                json.put(detail.getKey(), detail.getValue());
            }
        }
        if (!attributes.isEmpty()) {
            json.set(ATTRIBUTES, attributes);
        }
        return json;
    }
}
