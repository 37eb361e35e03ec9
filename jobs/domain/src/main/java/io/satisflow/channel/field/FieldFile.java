package io.satisflow.channel.field;

import com.fasterxml.jackson.core.JsonPointer;
import io.satisflow.config.ConfigNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads where values stand: a JSON Pointer, or a mapping of one with the changes declared for it. */
public final class FieldFile {
    private static final Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~[01])*+)++");

    private FieldFile() {}

    /**
     * {@code /a/b}, {@code {pointer: /a/b, html, values, regex, nested, default}}, {@code {join: [/a, /b], with}}, {@code {first: [/a,
     * /b]}}, {@code {select: {in: /list, where: {/key: word}, take: /value}}} or {@code {constant: x}}.
     */
    public static Field field(ConfigNode node) {
        if (node.isScalar()) {
            return Field.at(node.value(FieldFile::pointer));
        }
        node.allowOnly(
                "pointer",
                "first",
                "join",
                "select",
                "with",
                "item",
                "values",
                "listed_only",
                "regex",
                "default",
                "html",
                "nested",
                "constant");
        if (node.find("constant").isPresent()) {
            return Field.constant(node.allowOnly("constant").require("constant").text());
        }
        return fieldAmongOtherKeys(node);
    }

    /** A field whose keys stand among others, as in a rating. */
    public static Field fieldAmongOtherKeys(ConfigNode node) {
        return new Field(
                pointers(node),
                node.find("first").isPresent(),
                node.find("with").map(ConfigNode::text).orElse(" "),
                node.find("item").map(FieldFile::pointer).orElse(null),
                node.find("values").map(FieldFile::values).orElse(Map.of()),
                node.find("listed_only").map(ConfigNode::flag).orElse(false),
                node.find("default").map(ConfigNode::text).orElse(null),
                node.find("html").map(ConfigNode::flag).orElse(false),
                node.find("select").map(SelectionFile::selection).orElse(null),
                node.find("regex").map(regex -> regex.value(Extraction::of)).orElse(null),
                node.find("nested").map(ConfigNode::text).orElse(null));
    }

    /** As {@link #field}, and a single word stands for itself. */
    public static Field fieldOrWord(ConfigNode node) {
        return isWord(node) ? Field.constant(node.text()) : field(node);
    }

    /** As {@link #fieldOrWord}; all of our words in it must be among the allowed ones. */
    public static Field fieldOfWords(ConfigNode node, Set<String> allowed) {
        Field field = fieldOrWord(node);
        ConfigNode.readEach(ourWords(node), word -> word.value(text -> checkWord(text, allowed)));
        return field;
    }

    /** Fields by name. */
    public static Map<String, Field> named(ConfigNode node) {
        Map<String, Field> fields = new LinkedHashMap<>();
        node.entries().forEach((name, each) -> fields.put(name, field(each)));
        return fields;
    }

    /** A field whose place is a key, as in a condition. */
    public static Field fieldAtKey(String key, ConfigNode value) {
        return Field.at(value.build(() -> pointer(key)));
    }

    private static boolean isWord(ConfigNode node) {
        return node.isScalar() && !node.text().startsWith("/");
    }

    private static List<JsonPointer> pointers(ConfigNode node) {
        if (node.find("select").isPresent()
                && Stream.of("pointer", "first", "join")
                        .noneMatch(key -> node.find(key).isPresent())) {
            return List.of();
        }
        List<ConfigNode> places = Stream.of("pointer", "first", "join", "select")
                .flatMap(key -> node.find(key).stream())
                .toList();
        if (places.isEmpty()) {
            return List.of(pointer(node.require("pointer")));
        }
        ConfigNode place = places.get(places.size() - 1);
        if (places.size() > 1) {
            throw place.problem("pointer, first and join exclude each other, and select; keep one of them");
        }
        if (node.find("pointer").isPresent()) {
            return List.of(pointer(place));
        }
        List<JsonPointer> pointers = ConfigNode.readEach(place.items(), FieldFile::pointer);
        if (pointers.isEmpty()) {
            throw place.problem("nothing to join or choose from; list JSON Pointers, such as [/first, /last]");
        }
        return pointers;
    }

    public static JsonPointer pointer(ConfigNode node) {
        return node.value(FieldFile::pointer);
    }

    private static JsonPointer pointer(String text) {
        if (!POINTER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a JSON Pointer; write the way to the value from the top, such as /review/id (~1 for /, ~0 for ~ in a key)"
                            .formatted(text));
        }
        return JsonPointer.compile(text);
    }

    private static Map<String, String> values(ConfigNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.entries().forEach((sourceWord, ours) -> values.put(sourceWord, ours.text()));
        return values;
    }

    private static List<ConfigNode> ourWords(ConfigNode node) {
        if (node.isScalar()) {
            return isWord(node) ? List.of(node) : List.of();
        }
        List<ConfigNode> words = new ArrayList<>();
        node.find("values").ifPresent(values -> words.addAll(values.entries().values()));
        node.find("default").ifPresent(words::add);
        node.find("constant").ifPresent(words::add);
        return words;
    }

    private static String checkWord(String word, Set<String> allowed) {
        if (!allowed.contains(word)) {
            throw new IllegalArgumentException(
                    "\"%s\" is not allowed; one of: %s".formatted(word, String.join(", ", allowed)));
        }
        return word;
    }
}
