package io.satisflow.channel.field;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values of a list, found by what stands beside them: the answer to a question by the question's name, wherever it stands,
 * so that a question which was left out shifts nothing.
 *
 * @param in where the list stands; null for the record itself, which then counts as the only item
 * @param where what an item must say; the empty word stands for no value
 * @param take where the value stands in the item
 */
record Selection(@Nullable JsonPointer in, Map<Field, Set<String>> where, Field take) implements Serializable {

    Stream<JsonNode> from(JsonNode payload) {
        JsonNode list = in == null ? payload : payload.at(in);
        Stream<JsonNode> items = list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(list);
        return items.filter(this::isMeant)
                .flatMap(item -> take.pointers().stream().map(item::at));
    }

    private boolean isMeant(JsonNode item) {
        return where.entrySet().stream()
                .allMatch(asked ->
                        asked.getValue().contains(asked.getKey().read(item).orElse("")));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(take.place());
        if (in != null) {
            text.append(" of ").append(in);
        }
        where.forEach((field, words) ->
                text.append(" where ").append(field.place()).append(" is ").append(String.join(" or ", words)));
        return text.toString();
    }
}
