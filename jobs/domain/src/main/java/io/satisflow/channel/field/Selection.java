package io.satisflow.channel.field;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Values of a list, found by what stands beside them: the answer to a question by the question's name, wherever it stands,
 * so that a question which was left out shifts nothing. What holds answers by key instead of in a list is asked the same way.
 *
 * @param in where the list stands, and in its items the next, such as the questions of each page; none for the record itself,
 *     which then counts as the only item
 * @param where what an item must say; the empty word stands for no value
 * @param take where the value stands in the item
 */
record Selection(List<JsonPointer> in, Map<Field, Set<String>> where, Field take) implements Serializable {

    Stream<JsonNode> from(JsonNode payload) {
        Stream<JsonNode> items = Stream.of(payload);
        for (JsonPointer list : in) {
            items = items.flatMap(item -> items(item.at(list)));
        }
        return items.flatMap(this::meant)
                .flatMap(item -> take.pointers().stream().map(item::at));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(list);
    }

    private Stream<JsonNode> meant(JsonNode item) {
        if (isMeant(item)) {
            return Stream.of(item);
        }
        return item.isObject() && !in.isEmpty()
                ? StreamSupport.stream(item.spliterator(), false)
                        .filter(JsonNode::isObject)
                        .filter(this::isMeant)
                : Stream.empty();
    }

    private boolean isMeant(JsonNode item) {
        return where.entrySet().stream()
                .allMatch(asked ->
                        asked.getValue().contains(asked.getKey().read(item).orElse("")));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(take.place());
        if (!in.isEmpty()) {
            text.append(" of ").append(in.stream().map(JsonPointer::toString).collect(Collectors.joining()));
        }
        where.forEach((field, words) ->
                text.append(" where ").append(field.place()).append(" is ").append(String.join(" or ", words)));
        return text.toString();
    }
}
