package io.satisflow.channel.ticket;

import static io.satisflow.channel.record.RefusalReason.MISSING_ID;
import static io.satisflow.channel.record.RefusalReason.MISSING_TICKET;
import static io.satisflow.channel.record.RefusalReason.UNKNOWN_TICKET_EVENT;

import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.time.TimeField;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.sla.clock.Clock;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketWords;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a record becomes events of a ticket.
 *
 * @param rules each tells of an event, or of several
 * @param details fields by the names of {@link TicketEvent#details}
 * @param taken names of details that a record takes away when it says nothing of them, because it holds all of its ticket
 * @param due when a promise falls due
 * @param createdAt when the ticket was created, should its creation never be told
 * @param notJudged clocks that the source tells too little for, each with the reason
 */
public record TicketMapping(
        RecordCondition when,
        Field ticket,
        List<TicketEventRule> rules,
        NamedFields details,
        List<String> taken,
        @Nullable TimeField due,
        @Nullable TimeField createdAt,
        Map<Clock, String> notJudged)
        implements Serializable {

    /** @throws RecordRefusal when it is an event, but says not which, of what ticket, or in unknown words */
    public List<TicketEvent> map(SourceRecord source) {
        if (!when.holdsFor(source)) {
            return List.of();
        }
        return rules.stream()
                .flatMap(rule -> rule.parts(source).flatMap(part -> events(rule, source, part)))
                .toList();
    }

    /** Whether its records may tell of such an event. */
    public boolean mayTell(TicketEventType type) {
        return rules.stream().anyMatch(rule -> rule.mayTell(type));
    }

    private Stream<TicketEvent> events(TicketEventRule rule, SourceRecord source, SourceRecord part) {
        Optional<Instant> at = Optional.ofNullable(rule.occurredAt())
                .map(own -> own.read(part))
                .orElse(Optional.of(source.occurredAt()));
        return at.stream()
                .flatMap(instant -> rule.isSnapshot()
                        ? new TicketSnapshot(ticketId(source), source, instant).events(found(rule, source, part))
                        : Stream.of(event(rule, source, part, instant)));
    }

    private TicketEvent event(TicketEventRule rule, SourceRecord source, SourceRecord part, Instant at) {
        TicketEventType type = typeOf(rule.event(), part);
        Map<String, String> found = found(rule, source, part);
        if (type != TicketEventType.CREATED) {
            found.remove("by");
        } else if (tellsSnapshots() && rule.isHistory()) {
            // Whom it was given to, and how it ended, says nothing of its beginning.
            found.remove("to");
            found.remove("status");
            found.putAll(rule.details().redacted(part));
        }
        TicketDetails.check(source, type, found);
        return new TicketEvent(ticketId(source), idOf(rule, part, type, at, found), type, at, at, found);
    }

    private String ticketId(SourceRecord source) {
        return source.exactId(ticket)
                .orElseThrow(() -> source.refusal(
                        MISSING_TICKET,
                        "%s holds no ticket id; correct the source, or say with ticket.when which records are ticket events"
                                .formatted(ticket.place())));
    }

    /**
     * What is said of the ticket. Where snapshots tell how it stands, its history does not: what holds now did not hold then.
     * The creation alone takes what is known first, so that a ticket that is first seen late has its facts from the start.
     */
    private Map<String, String> found(TicketEventRule rule, SourceRecord source, SourceRecord part) {
        boolean isPast = rule.isHistory() && !rule.isSnapshot() && !isCreation(rule);
        boolean ofThePast = !rule.state() || (tellsSnapshots() && isPast);
        Map<String, String> found = new TreeMap<>();
        if (!ofThePast) {
            tell(details, source, found);
            if (due != null) {
                due.read(source).ifPresent(instant -> found.put("due", instant.toString()));
            }
        }
        if (createdAt != null) {
            createdAt.read(source).ifPresent(instant -> found.put(TicketEvent.CREATED_AT, instant.toString()));
        }
        tell(rule.details(), part, found);
        TicketEventRule.takeAway(rule.taken(), found);
        if (!ofThePast && (rule.isSnapshot() || !rule.isHistory())) {
            TicketEventRule.takeAway(taken, found);
        }
        found.put("channel", source.channel());
        return found;
    }

    /** What is named and empty is gone; what is not named is not spoken of. */
    private static void tell(NamedFields fields, SourceRecord source, Map<String, String> found) {
        found.putAll(fields.redacted(source));
        fields.fields().forEach((name, field) -> {
            if (TicketDetails.canBeTakenAway(name) && field.isNamed(source.json())) {
                found.putIfAbsent(name, "");
            }
        });
    }

    /** What may happen to its tickets, as far as it says; empty where any word of the source may be an event. */
    public Optional<Set<TicketEventType>> events() {
        Set<TicketEventType> events = EnumSet.noneOf(TicketEventType.class);
        for (TicketEventRule rule : rules) {
            if (rule.isSnapshot()) {
                events.addAll(List.of(TicketEventType.STATUS, TicketEventType.ASSIGNED));
            }
            if (!rule.event().pointers().isEmpty() && rule.event().values().isEmpty()) {
                return Optional.empty();
            }
            rule.event()
                    .possibleWords()
                    .flatMap(word -> TicketWords.eventNamed(word).stream())
                    .forEach(events::add);
        }
        return Optional.of(events);
    }

    /** Whether it tells whom tickets are given to. */
    public boolean tellsOwners() {
        return Stream.concat(Stream.of(details), rules.stream().map(TicketEventRule::details))
                .anyMatch(
                        told -> told.find("to").isPresent() || told.find("team").isPresent());
    }

    private boolean tellsSnapshots() {
        return rules.stream().anyMatch(TicketEventRule::isSnapshot);
    }

    private static boolean isCreation(TicketEventRule rule) {
        return TicketEventType.CREATED.wireName().equals(rule.event().fallback());
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
