package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.content.SafeText;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Payloads are built as trees, so that no text can be anything but a text. */
final class Json {
    private static final int LABEL = 1000;
    private static final int LINE = 2000;

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An object of two texts, as tools like to have them. */
    static ObjectNode pair(String firstName, String first, String secondName, String second) {
        return object().put(firstName, first).put(secondName, second);
    }

    /** Labels: short texts on one line, by name. */
    static ObjectNode labels(Map<String, String> labels) {
        ObjectNode object = object();
        new TreeMap<>(labels)
                .forEach((name, value) -> object.put(SafeText.line(name, LABEL), SafeText.line(value, LABEL)));
        return object;
    }

    /** Annotations for programs: as they are but for what no terminal or log should see. */
    static ObjectNode annotations(Map<String, String> annotations) {
        ObjectNode object = object();
        new TreeMap<>(annotations).forEach((name, value) -> object.put(SafeText.line(name, LABEL), lines(value)));
        return object;
    }

    private static String lines(String text) {
        return text.lines().map(line -> SafeText.line(line, LINE)).collect(Collectors.joining("\n"));
    }
}
