package io.satisflow.local.replay.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.field.time.TimeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where in a page of JSON the records stand, seen without a mapping. */
final class SampledPage {
    private static final Pattern ID_NAME = Pattern.compile("(?i)_?id|uuid|guid|key|.*(?:Id|_id|ID)");

    private SampledPage() {}

    /** The items of its longest list of objects, unless the page is a record itself, of which lists are a part. */
    static List<JsonNode> records(JsonNode page) {
        List<JsonNode> lists = new ArrayList<>();
        collect(page, lists);
        Optional<JsonNode> longest = lists.stream()
                .filter(list -> list.size() > 1 || looksLikeRecord(list.get(0)))
                .reduce((one, other) -> other.size() > one.size() ? other : one);
        if (longest.isEmpty() || looksLikeRecord(page)) {
            return List.of(page);
        }
        List<JsonNode> records = new ArrayList<>();
        longest.get().forEach(records::add);
        return records;
    }

    private static void collect(JsonNode node, List<JsonNode> lists) {
        if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            lists.add(node);
        } else if (node.isObject()) {
            node.forEach(member -> collect(member, lists));
        }
    }

    /** It has an id and a time of its own, not within something else. */
    private static boolean looksLikeRecord(JsonNode node) {
        boolean hasId = false;
        boolean hasTime = false;
        for (var member : node.properties()) {
            JsonNode value = member.getValue();
            boolean isId = ID_NAME.matcher(member.getKey()).matches();
            hasId |= isId && value.isValueNode();
            hasTime |= !isId
                    && value.isValueNode()
                    && TimeShape.of(value.isNumber() ? value.decimalValue().toPlainString() : value.asText())
                            .isPresent();
        }
        return hasId && hasTime;
    }
}
