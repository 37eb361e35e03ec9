package io.satisflow.channel;

import io.satisflow.config.ConfigNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the {@code ticket} section of a channel mapping. */
final class TicketMappingFile {
    private static final List<String> FREE_DETAILS =
            List.of("priority", "kind", "grade", "team", "to", "stage", "outcome", "into");

    private TicketMappingFile() {}

    /** @param attributes of the channel; those of the ticket come on top */
    static TicketMapping read(ConfigNode node, NamedFields attributes) {
        node.allowOnly(
                "when",
                "id",
                "event",
                "created_by",
                "status",
                "priority",
                "kind",
                "grade",
                "team",
                "tags",
                "to",
                "stage",
                "due",
                "outcome",
                "into",
                "attributes");
        return new TicketMapping(
                node.find("when").map(FieldFile::condition).orElse(RecordCondition.ALWAYS),
                FieldFile.field(node.require("id")),
                FieldFile.fieldOfWords(node.require("event"), TicketWords.EVENTS),
                new NamedFields(details(node, attributes)),
                node.find("due").map(due -> FieldFile.time(due, TimeFormat.ISO)).orElse(null));
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
