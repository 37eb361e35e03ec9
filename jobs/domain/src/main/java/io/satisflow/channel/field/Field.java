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
 * @param item where the value stands in each item of a list; null when the items are values themselves
 * @param values the source's words and ours; other words stay as they are
 * @param listedOnly whether a word that {@code values} does not list counts as none, so that the next place is looked at
 * @param html whether the value is HTML, to be read as plain text
 * @param selection which items of a list are meant, by what stands beside the value, not by where it stands; or null
 * @param extraction what of the value is meant; null for all of it
 * @param nested where the value may be a document of parts in parts, the name under which each part has its words; or null
 */
public record Field(
        List<JsonPointer> pointers,
        boolean onlyFirst,
        String separator,
        @Nullable JsonPointer item,
        Map<String, String> values,
        boolean listedOnly,
        @Nullable String fallback,
        boolean html,
        @Nullable Selection selection,
        @Nullable Extraction extraction,
        @Nullable String nested)
        implements Serializable {

    public static Field at(JsonPointer pointer) {
        return new Field(List.of(pointer), false, " ", null, Map.of(), false, null, false, null, null, null);
    }

    static Field constant(String value) {
        return new Field(List.of(), false, " ", null, Map.of(), false, value, false, null, null, null);
    }

    /** What it may say, as far as it says so itself. */
    public Stream<String> possibleWords() {
        return Stream.concat(values.values().stream(), Stream.ofNullable(fallback));
    }

    public Field joinedBy(String otherSeparator) {
        return new Field(
                pointers,
                onlyFirst,
                otherSeparator,
                item,
                values,
                listedOnly,
                fallback,
                html,
                selection,
                extraction,
                nested);
    }

    public Optional<String> read(JsonNode payload) {
        String found = selection == null ? atPointers(payload) : joined(selection.from(payload));
        return found.isBlank() ? Optional.ofNullable(fallback) : Optional.of(found);
    }

    private String joined(Stream<JsonNode> places) {
        return places.map(this::textOf)
                .filter(text -> !text.isEmpty())
                .limit(onlyFirst ? 1 : Long.MAX_VALUE)
                .collect(Collectors.joining(separator));
    }

    /** As {@link #joined}, in loops: every field of every record comes this way, and most have one place and one word. */
    private String atPointers(JsonNode payload) {
        String found = "";
        for (int i = 0; i < pointers.size() && (found.isEmpty() || !onlyFirst); i++) {
            String text = textOf(payload.at(pointers.get(i)));
            if (found.isEmpty()) {
                found = text;
            } else if (!text.isEmpty()) {
                found = found + separator + text;
            }
        }
        return found;
    }

    /** What stands there and yet is not read: an object, or a word without what is extracted from it. */
    public Optional<String> unread(JsonNode payload) {
        return read(payload).isPresent()
                ? Optional.empty()
                : places(payload).flatMap(this::unreadIn).findFirst();
    }

    /**
     * The keys of an object, or of the objects of a list, where words should stand and they are not read, whatever stands beside
     * them in the list; their values are not told.
     */
    public Optional<String> objectInstead(JsonNode payload) {
        boolean isRead = read(payload).isPresent();
        boolean isOneOfSeveral = isRead && onlyFirst && pointers.size() > 1;
        if (nested != null || isOneOfSeveral) {
            return Optional.empty();
        }
        return places(payload)
                .filter(value -> !isRead || value.isArray())
                .flatMap(value -> value.isArray() && item == null ? items(value) : Stream.of(value))
                .filter(value -> value.isObject() && !value.isEmpty())
                .findFirst()
                .map(value -> String.join(", ", (Iterable<String>) value::fieldNames));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
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

    /**
     * Whether the payload speaks of it at all: by a value, by null, by an empty list, or by null in the place of the object
     * that it would stand in. What is not spoken of is not known; what is spoken of without a value is none.
     */
    public boolean isNamed(JsonNode payload) {
        return selection == null
                ? pointers.stream().anyMatch(pointer -> isNamed(payload, pointer))
                : selection.from(payload).anyMatch(value -> !value.isMissingNode() && !value.isObject());
    }

    private static boolean isNamed(JsonNode payload, JsonPointer pointer) {
        JsonNode at = payload;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (at.isNull()) {
                return true;
            }
            at = at.isArray() ? at.path(rest.getMatchingIndex()) : at.path(rest.getMatchingProperty());
        }
        return !at.isMissingNode() && !at.isObject();
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
        if (!value.isContainerNode()) {
            String word = isScalar(value) ? translated(value.asText()) : "";
            return word.isBlank() ? "" : word;
        }
        return scalars(value)
                .map(this::translated)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(separator));
    }

    private String translated(String sourceWord) {
        String stripped = sourceWord.strip();
        String meant = extraction == null || values.containsKey(stripped) ? stripped : extraction.from(stripped);
        String ours = values.getOrDefault(meant, listedOnly ? "" : meant);
        return WellFormedText.of(html ? PlainText.ofHtml(ours) : ours);
    }

    private Stream<String> scalars(JsonNode value) {
        if (nested != null && value.isArray()) {
            // Plain words may stand between the parts.
            return items(value)
                    .flatMap(part -> part.isContainerNode() ? parts(part) : Stream.of(part))
                    .filter(Field::isScalar)
                    .map(JsonNode::asText);
        }
        if (nested != null && value.isObject()) {
            return parts(value).filter(Field::isScalar).map(JsonNode::asText);
        }
        if (value.isArray()) {
            return items(value)
                    .map(each -> item == null ? each : each.at(item))
                    .filter(Field::isScalar)
                    .map(JsonNode::asText);
        }
        return isScalar(value) ? Stream.of(value.asText()) : Stream.empty();
    }

    private Stream<JsonNode> parts(JsonNode document) {
        return nested == null ? Stream.empty() : document.findValues(nested).stream();
    }

    private static boolean isScalar(JsonNode value) {
        boolean isNoNumber = value.isDouble() && !Double.isFinite(value.doubleValue());
        return value.isValueNode() && !value.isNull() && !isNoNumber;
    }
}
