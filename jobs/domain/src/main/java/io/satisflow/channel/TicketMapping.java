package io.satisflow.channel;

import static io.satisflow.channel.RefusalReason.MISSING_TICKET;
import static io.satisflow.channel.RefusalReason.UNKNOWN_TICKET_EVENT;

import io.satisflow.sla.TicketEvent;
import io.satisflow.sla.TicketEventType;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a record becomes an event of a ticket.
 *
 * @param event the type's name on the wire, after the mapping of the source's words
 * @param details fields by the names of {@link TicketEvent#details}
 * @param due when a promise falls due
 */
record TicketMapping(
        RecordCondition when,
        Field ticket,
        Field event,
        NamedFields details,
        @Nullable TimeField due) implements Serializable {

    /** @throws RecordRefusal when it is an event, but says not which, of what ticket, or in unknown words */
    Optional<TicketEvent> map(SourceRecord source) {
        return when.holdsFor(source) ? Optional.of(ticketEvent(source)) : Optional.empty();
    }

    private TicketEvent ticketEvent(SourceRecord source) {
        String id = source.id(ticket)
                .orElseThrow(() -> source.refusal(
                        MISSING_TICKET,
                        "%s holds no ticket id; correct the source, or say with ticket.when which records are ticket events"
                                .formatted(ticket.place())));
        TicketEventType type = typeOf(source);
        Map<String, String> found = details.redacted(source);
        found.put("channel", source.channel());
        if (due != null) {
            due.read(source).ifPresent(instant -> found.put("due", instant.toString()));
        }
        if (type != TicketEventType.CREATED) {
            found.remove("by");
        }
        TicketDetails.check(source, type, found);
        return new TicketEvent(
                id, source.id() + ":" + type.wireName(), type, source.occurredAt(), source.occurredAt(), found);
    }

    private TicketEventType typeOf(SourceRecord source) {
        String word = source.value(event).orElse("");
        return TicketWords.eventNamed(word)
                .orElseThrow(() -> source.refusal(
                        UNKNOWN_TICKET_EVENT,
                        "%s says %s, which is no ticket event; map it with ticket.event.values to one of: %s"
                                .formatted(
                                        event.place(),
                                        RecordRefusal.quote(word),
                                        String.join(", ", TicketWords.EVENTS))));
    }
}
