package io.satisflow.channel.ticket;

import com.fasterxml.jackson.core.JsonPointer;
import io.satisflow.channel.condition.ConditionFile;
import io.satisflow.channel.condition.RecordCondition;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.FieldFile;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.time.TimeFieldFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.sla.clock.Clock;
import io.satisflow.ticket.TicketWords;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the {@code ticket} section of a channel mapping. */
public final class TicketMappingFile {
    private static final List<String> FREE_DETAILS =
            List.of("priority", "kind", "grade", "team", "to", "agent", "stage", "outcome", "into", "sequence");

    private static final String SAYS_TOO_LITTLE = "its source does not tell enough";

    private TicketMappingFile() {}

    /** @param attributes of the channel; those of the ticket come on top */
    public static TicketMapping read(ConfigNode node, NamedFields attributes, TimeFieldFile times) {
        allowOnly(node, List.of("id", "event", "events", "due", "created_at", "attributes", "full", "not_judged"));
        Map<String, Field> details = details(node, attributes);
        return new TicketMapping(
                node.find("when").map(ConditionFile::condition).orElse(RecordCondition.ALWAYS),
                FieldFile.field(node.require("id")),
                rules(node, details, times),
                new NamedFields(details),
                isFull(node) ? taken(details) : List.of(),
                node.find("due").map(times::time).orElse(null),
                node.find("created_at").map(times::time).orElse(null),
                node.find("not_judged").map(TicketMappingFile::notJudged).orElse(Map.of()));
    }

    /** Clocks by name with the reason, {@code {first_reply: no time of a reply}}, or a list of their names. */
    private static Map<Clock, String> notJudged(ConfigNode node) {
        Map<Clock, String> reasons = new EnumMap<>(Clock.class);
        if (node.isMapping()) {
            node.entries().forEach((name, reason) -> reasons.put(reason.build(() -> clock(name)), reason.text()));
        } else {
            ConfigNode.readEach(node.itemsOrSingle(), each -> each.value(TicketMappingFile::clock))
                    .forEach(clock -> reasons.put(clock, SAYS_TOO_LITTLE));
        }
        return reasons;
    }

    private static Clock clock(String name) {
        return Clock.named(name)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no clock; one of: %s"
                        .formatted(
                                name,
                                Arrays.stream(Clock.values())
                                        .map(Clock::wireName)
                                        .collect(Collectors.joining(", ")))));
    }

    /** What a rule may say of an event, a ticket may say of all. */
    private static void allowOnly(ConfigNode node, List<String> more) {
        node.allowOnly(Stream.of(List.of("when", "created_by", "status", "tags"), FREE_DETAILS, more)
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private static List<TicketEventRule> rules(ConfigNode node, Map<String, Field> ofTicket, TimeFieldFile times) {
        Optional<ConfigNode> events = node.find("events");
        if (events.isEmpty()) {
            Field event = FieldFile.fieldOfWords(node.require("event"), TicketWords.EVENTS);
            return List.of(new TicketEventRule(
                    List.of(), null, RecordCondition.ALWAYS, event, null, new NamedFields(Map.of()), true, List.of()));
        }
        if (node.find("event").isPresent()) {
            throw node.require("event").problem("event and events exclude each other; keep one of them");
        }
        return ConfigNode.readEach(events.get().items(), rule -> rule(rule, ofTicket, times));
    }

    private static TicketEventRule rule(ConfigNode node, Map<String, Field> ofTicket, TimeFieldFile times) {
        allowOnly(node, List.of("each", "id", "event", "occurred_at", "full", "state"));
        Map<String, Field> details = details(node, new NamedFields(Map.of()));
        Field event = FieldFile.fieldOfWords(node.require("event"), TicketWords.EVENTS_AND_SNAPSHOT);
        Map<String, Field> told = new LinkedHashMap<>(details);
        if (TicketWords.SNAPSHOT.equals(event.fallback())) {
            told.putAll(ofTicket);
        }
        return new TicketEventRule(
                node.find("each").map(TicketMappingFile::lists).orElse(List.of()),
                node.find("id").map(FieldFile::field).orElse(null),
                node.find("when").map(ConditionFile::condition).orElse(RecordCondition.ALWAYS),
                event,
                node.find("occurred_at").map(times::time).orElse(null),
                new NamedFields(details),
                node.find("state").map(ConfigNode::flag).orElse(true),
                isFull(node) || TicketWords.SNAPSHOT.equals(event.fallback()) ? taken(told) : List.of());
    }

    private static List<JsonPointer> lists(ConfigNode node) {
        return ConfigNode.readEach(node.itemsOrSingle(), FieldFile::pointer);
    }

    /** Whether what is not said is taken away. */
    private static boolean isFull(ConfigNode node) {
        return node.find("full").map(ConfigNode::flag).orElse(false);
    }

    private static List<String> taken(Map<String, Field> details) {
        return details.keySet().stream().filter(TicketDetails::canBeTakenAway).toList();
    }

    private static Map<String, Field> details(ConfigNode node, NamedFields attributes) {
        Map<String, Field> details = new LinkedHashMap<>();
        attributes.fields().forEach((name, field) -> details.put("attributes." + name, field));
        node.find("attributes")
                .map(FieldFile::named)
                .orElse(Map.of())
                .forEach((name, field) -> details.put("attributes." + name, field));
        node.find("status")
                .ifPresent(status -> details.put("status", FieldFile.fieldOfWords(status, TicketWords.STATUSES)));
        node.find("created_by").ifPresent(by -> details.put("by", FieldFile.fieldOfWords(by, TicketWords.OPENERS)));
        node.find("tags")
                .ifPresent(
                        tags -> details.put("tags", FieldFile.fieldOrWord(tags).joinedBy(",")));
        for (String name : FREE_DETAILS) {
            node.find(name).ifPresent(detail -> details.put(name, FieldFile.fieldOrWord(detail)));
        }
        return details;
    }
}
