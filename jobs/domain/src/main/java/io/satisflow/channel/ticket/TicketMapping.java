package io.satisflow.channel.ticket;

import static io.satisflow.channel.record.RefusalReason.MISSING_ID;
import static io.satisflow.channel.record.RefusalReason.MISSING_TICKET;
import static io.satisflow.channel.record.RefusalReason.UNKNOWN_TICKET_EVENT;

import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.TimeField;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketWords;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a record becomes events of a ticket.
 *
 * @param rules each tells of an event, or of several
 * @param details fields by the names of {@link TicketEvent#details}
 * @param due when a promise falls due
 */
public record TicketMapping(
        RecordCondition when,
        Field ticket,
        List<TicketEventRule> rules,
        NamedFields details,
        @Nullable TimeField due) implements Serializable {

    /** @throws RecordRefusal when it is an event, but says not which, of what ticket, or in unknown words */
    public List<TicketEvent> map(SourceRecord source) {
        if (!when.holdsFor(source)) {
            return List.of();
        }
        return rules.stream()
                .flatMap(rule -> rule.parts(source).flatMap(part -> event(rule, source, part).stream()))
                .toList();
    }

    private Optional<TicketEvent> event(TicketEventRule rule, SourceRecord source, SourceRecord part) {
        Optional<Instant> at = Optional.ofNullable(rule.occurredAt())
                .map(own -> own.read(part))
                .orElse(Optional.of(source.occurredAt()));
        return at.map(instant -> event(rule, source, part, instant));
    }

    private TicketEvent event(TicketEventRule rule, SourceRecord source, SourceRecord part, Instant at) {
        String ticketId = source.id(ticket)
                .orElseThrow(() -> source.refusal(
                        MISSING_TICKET,
                        "%s holds no ticket id; correct the source, or say with ticket.when which records are ticket events"
                                .formatted(ticket.place())));
        TicketEventType type = typeOf(rule.event(), part);
        Map<String, String> found = details.redacted(source);
        found.putAll(rule.details().redacted(part));
        found.put("channel", source.channel());
        if (due != null) {
            due.read(source).ifPresent(instant -> found.put("due", instant.toString()));
        }
        if (type != TicketEventType.CREATED) {
            found.remove("by");
        }
        TicketDetails.check(source, type, found);
        return new TicketEvent(ticketId, idOf(rule, part, type, at, found), type, at, at, found);
    }

    /** What a record tells again, with a later update of its ticket, is the same event: it has the same id. */
    private static String idOf(
            TicketEventRule rule, SourceRecord part, TicketEventType type, Instant at, Map<String, String> found) {
        if (rule.id() != null) {
            Field id = rule.id();
            return part.id(id)
                            .orElseThrow(() -> part.refusal(
                                    MISSING_ID,
                                    "%s holds no id; correct the source, or id in ticket.events".formatted(id.place())))
                    + ":" + type.wireName();
        }
        String what = type == TicketEventType.STATUS ? type.wireName() + "=" + found.get("status") : type.wireName();
        return rule.occurredAt() == null
                ? part.id() + ":" + type.wireName()
                : "%s:%s@%s".formatted(part.id(), what, at);
    }

    private static TicketEventType typeOf(Field event, SourceRecord part) {
        String word = part.value(event).orElse("");
        return TicketWords.eventNamed(word)
                .orElseThrow(() -> part.refusal(
                        UNKNOWN_TICKET_EVENT,
                        "%s says %s, which is no ticket event; map it with ticket.event.values to one of: %s"
                                .formatted(
                                        event.place(),
                                        RecordRefusal.quote(word),
                                        String.join(", ", TicketWords.EVENTS))));
    }
}
