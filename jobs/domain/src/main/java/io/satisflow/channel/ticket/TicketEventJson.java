package io.satisflow.channel.ticket;

import static io.satisflow.channel.record.RefusalReason.BAD_TIME;
import static io.satisflow.channel.record.RefusalReason.ID_TOO_LONG;
import static io.satisflow.channel.record.RefusalReason.MISSING_TICKET;
import static io.satisflow.channel.record.RefusalReason.MISSING_TIME;
import static io.satisflow.channel.record.RefusalReason.UNKNOWN_TICKET_EVENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.field.SourceRecord;
import io.satisflow.channel.field.time.TimeFormat;
import io.satisflow.channel.record.ChannelProfile;
import io.satisflow.channel.record.JsonPayload;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RecordRefusal;
import io.satisflow.channel.record.TimeGaps;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketWords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Ticket events in Satisflow's own form, one JSON object each: {@code {"ticket": "T1", "at": "2026-03-02T08:00:00Z",
 * "type": "created", "priority": "high"}}, as the topic of ticket events has them. What stands there besides ticket, at,
 * type, id and known_at is a detail of the ticket by its name; {@code group} is the team, a list is joined by commas.
 */
public final class TicketEventJson {
    private static final int RECORD_LIMIT = ChannelProfile.DEFAULT_RECORD_LIMIT;
    private static final Set<String> FRAME = Set.of("topic", "ticket", "at", "type", "id", "known_at", "due");
    /** A ticket always has a status, and was opened by somebody. */
    private static final Predicate<String> CAN_BE_TAKEN_AWAY = Predicate.not(Set.of("status", "by")::contains);

    private static final String EXAMPLE = "2026-03-02T08:00:00Z";

    private TicketEventJson() {}

    /**
     * Reads one event. Never throws, whatever the bytes.
     *
     * @param idWithout the event's id when it names none; unique within its ticket
     */
    public static MappedRecord read(byte[] payload, String idWithout) {
        try {
            JsonNode json = JsonPayload.read(payload, RECORD_LIMIT);
            TicketEvent event = event(json, SourceRecord.unidentified("", json, RECORD_LIMIT), idWithout);
            return new MappedRecord.Accepted(event.occurredAt(), List.of(), List.of(event), List.of(), TimeGaps.NONE);
        } catch (RecordRefusal refusal) {
            return refusal.asRefused();
        }
    }

    private static TicketEvent event(JsonNode json, SourceRecord source, String idWithout) {
        String ticket = text(json, "ticket")
                .orElseThrow(() -> source.refusal(
                        MISSING_TICKET, "ticket is missing; name the ticket, such as \"ticket\": \"T1\""));
        refuseLong("ticket", ticket, source);
        text(json, "id").ifPresent(id -> refuseLong("id", id, source));
        String word = text(json, "type").orElse("");
        TicketEventType type = TicketWords.eventNamed(word)
                .orElseThrow(() -> source.refusal(
                        UNKNOWN_TICKET_EVENT,
                        "type is %s; one of: %s"
                                .formatted(RecordRefusal.quote(word), String.join(", ", TicketWords.EVENTS))));
        Instant at = time(json, "at", source)
                .orElseThrow(
                        () -> source.refusal(MISSING_TIME, "at is missing; say when it happened, such as " + EXAMPLE));
        Instant knownAt = time(json, "known_at", source).filter(at::isBefore).orElse(at);
        Map<String, String> details = details(json);
        time(json, "due", source).ifPresent(due -> details.put("due", due.toString()));
        TicketDetails.check(source, type, details);
        return new TicketEvent(ticket, text(json, "id").orElse(idWithout), type, at, knownAt, details);
    }

    private static void refuseLong(String name, String id, SourceRecord source) {
        if (id.codePointCount(0, id.length()) > SourceRecord.LONGEST_ID) {
            throw source.refusal(
                    ID_TOO_LONG,
                    "%s holds %,d characters, the limit is %,d; correct the source"
                            .formatted(name, id.codePointCount(0, id.length()), SourceRecord.LONGEST_ID));
        }
    }

    /** What is named and empty (null, an empty list) is taken away; what is not named is left. */
    private static Map<String, String> details(JsonNode json) {
        Map<String, String> details = new TreeMap<>();
        json.properties().forEach(property -> {
            String name = property.getKey();
            if (name.equals("attributes")) {
                property.getValue()
                        .properties()
                        .forEach(attribute -> put(details, "attributes." + attribute.getKey(), attribute.getValue()));
            } else if (!FRAME.contains(name)) {
                put(details, name, property.getValue());
            }
        });
        details.computeIfPresent("by", (name, word) -> TicketWords.author(word));
        Optional.ofNullable(details.remove("group")).ifPresent(group -> details.putIfAbsent("team", group));
        return details;
    }

    private static void put(Map<String, String> details, String name, JsonNode value) {
        Optional<String> text = scalars(value);
        if (text.isPresent() || (isEmpty(value) && CAN_BE_TAKEN_AWAY.test(name))) {
            details.put(name, text.orElse(""));
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isArray() ? value.isEmpty() : value.isTextual());
    }

    private static Optional<Instant> time(JsonNode json, String name, SourceRecord source) {
        return text(json, name)
                .map(text -> TimeFormat.ISO
                        .parse(text)
                        .filter(instant -> !instant.isBefore(Instant.EPOCH))
                        .orElseThrow(() -> source.refusal(
                                BAD_TIME,
                                "%s is %s; write a time since 1970 with its zone, such as %s"
                                        .formatted(name, RecordRefusal.quote(text), EXAMPLE))));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).flatMap(TicketEventJson::scalars);
    }

    /** A value as text, a list joined by commas; objects and nothing say nothing. */
    private static Optional<String> scalars(JsonNode value) {
        String text = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .filter(item -> item.isValueNode() && !item.isNull())
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.isValueNode() && !value.isNull() ? value.asText() : "";
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
