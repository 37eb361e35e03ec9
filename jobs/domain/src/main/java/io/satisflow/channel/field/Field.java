package io.satisflow.channel.field;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.text.PlainText;
import io.satisflow.text.WellFormedText;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a payload, and the small changes that a mapping may declare for it: its words translated
 * ({@code values}), several places joined ({@code join}) or the first of them that has a value ({@code first}), HTML taken off, a value when there is none ({@code default}).
 * A null, blank, absent or nested value is no value. A list is its items, joined.
 *
 * @param pointers none for a constant, which then is the fallback
 * @param onlyFirst whether the first place that has a value is enough
 * @param separator between several places or items
 * @param values the source's words and ours; other words stay as they are
 * @param html whether the value is HTML, to be read as plain text
 * @param selection which items of a list are meant, by what stands beside the value, not by where it stands; or null
 * @param extraction what of the value is meant; null for all of it
 */
public record Field(
        List<JsonPointer> pointers,
        boolean onlyFirst,
        String separator,
        Map<String, String> values,
        @Nullable String fallback,
        boolean html,
        @Nullable Selection selection,
        @Nullable Extraction extraction)
        implements Serializable {

    public static Field at(JsonPointer pointer) {
        return new Field(List.of(pointer), false, " ", Map.of(), null, false, null, null);
    }

    static Field constant(String value) {
        return new Field(List.of(), false, " ", Map.of(), value, false, null, null);
    }

    public Field joinedBy(String otherSeparator) {
        return new Field(pointers, onlyFirst, otherSeparator, values, fallback, html, selection, extraction);
    }

    public Optional<String> read(JsonNode payload) {
        String found = places(payload)
                .map(this::textOf)
                .filter(text -> !text.isEmpty())
                .limit(onlyFirst ? 1 : Long.MAX_VALUE)
                .collect(Collectors.joining(separator));
        return found.isBlank() ? Optional.ofNullable(fallback) : Optional.of(found);
    }

    /** What stands there and yet is not read: an object, or a word without what is extracted from it. */
    public Optional<String> unread(JsonNode payload) {
        return read(payload).isPresent()
                ? Optional.empty()
                : places(payload).flatMap(this::unreadIn).findFirst();
    }

    private Stream<String> unreadIn(JsonNode value) {
        if (value.isObject()) {
            return Stream.of(value.toString());
        }
        return extraction == null
                ? Stream.empty()
                : scalars(value).map(String::strip).filter(word -> !word.isEmpty() && !values.containsKey(word));
    }

    private Stream<JsonNode> places(JsonNode payload) {
        return selection == null ? pointers.stream().map(payload::at) : selection.from(payload);
    }

    /** Where it stands, for messages. */
    public String place() {
        if (selection != null) {
            return selection.toString();
        }
        return pointers.isEmpty()
                ? "the constant " + fallback
                : pointers.stream().map(JsonPointer::toString).collect(Collectors.joining(", "));
    }

    private String textOf(JsonNode value) {
        return scalars(value)
                .map(this::translated)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(separator));
    }

    private String translated(String sourceWord) {
        String stripped = sourceWord.strip();
        String meant = extraction == null || values.containsKey(stripped) ? stripped : extraction.from(stripped);
        String ours = values.getOrDefault(meant, meant);
        return WellFormedText.of(html ? PlainText.ofHtml(ours) : ours);
    }

    private static Stream<String> scalars(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .filter(Field::isScalar)
                    .map(JsonNode::asText);
        }
        return isScalar(value) ? Stream.of(value.asText()) : Stream.empty();
    }

    private static boolean isScalar(JsonNode value) {
        return value.isValueNode() && !value.isNull();
    }
}
