package io.satisflow.local.demo.story.voice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.demo.story.shop.Customer;
import java.time.Instant;

/** One ticket, and the records that its help desk sends of it. */
record TicketVoice(String id, Customer customer, String subject, String priority, String agent) {

    FeedRecord customer(Instant at, String type, String words) {
        return says(at, type, words);
    }

    FeedRecord says(Instant at, String type, String words) {
        ObjectNode payload = event(at, type, type.equals("opened") ? "new" : "");
        payload.putObject("message").put("html", "<p>" + words + "</p>");
        return record(at, payload);
    }

    FeedRecord assigned(Instant at) {
        ObjectNode payload = event(at, "assigned", "");
        payload.withObjectProperty("ticket").put("assignee", agent);
        return record(at, payload);
    }

    FeedRecord solved(Instant at) {
        return record(at, event(at, "status", "solved"));
    }

    FeedRecord rated(Instant at, String rating) {
        return record(at, event(at, "rated", "").put("rating", rating));
    }

    private ObjectNode event(Instant at, String type, String status) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("event")
                .put("id", "%s-%s-%d".formatted(id, type, at.toEpochMilli()))
                .put("type", type)
                .put("at", at.toString());
        ObjectNode ticket = payload.putObject("ticket")
                .put("id", id)
                .put("subject", subject)
                .put("priority", priority)
                .put("team", customer.topic().team())
                .put("category", customer.category())
                .put("region", customer.region().name())
                .put("requester", customer.id());
        if (!status.isEmpty()) {
            ticket.put("status", status);
        }
        return payload;
    }

    private FeedRecord record(Instant at, ObjectNode payload) {
        return FeedRecord.of(at, "tickets", id, payload);
    }
}
