package io.satisflow.channel.condition;

import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Feedback that opens a ticket by itself, so that a bad review gets the clocks that a complaint gets.
 *
 * @param owner the team that the case goes to
 */
public record CaseRule(CaseCondition open, @Nullable Field owner) implements Serializable {
    private static final String KIND_OF_A_CASE = "complaint";

    /** The same feedback, edited or redelivered, opens the same ticket by the same event. */
    public Optional<TicketEvent> open(SourceRecord source, Feedback feedback) {
        return open.holdsFor(feedback) ? Optional.of(created(source, feedback)) : Optional.empty();
    }

    private TicketEvent created(SourceRecord source, Feedback feedback) {
        TicketEventType type = TicketEventType.CREATED;
        return new TicketEvent(
                feedback.channel() + ":" + feedback.id(),
                feedback.id() + ":" + type.wireName(),
                type,
                feedback.occurredAt(),
                feedback.occurredAt(),
                details(source, feedback),
                feedback.customerKey());
    }

    private Map<String, String> details(SourceRecord source, Feedback feedback) {
        Map<String, String> details = new TreeMap<>();
        feedback.attributes().forEach((name, value) -> details.put("attributes." + name, value));
        details.put("channel", feedback.channel());
        details.put("by", "customer");
        details.put("kind", Optional.ofNullable(feedback.kind()).orElse(KIND_OF_A_CASE));
        Optional.ofNullable(feedback.grade()).ifPresent(grade -> details.put("grade", grade));
        Optional.ofNullable(owner)
                .flatMap(field -> source.redacted("team", field))
                .ifPresent(team -> details.put("team", team));
        return details;
    }
}
