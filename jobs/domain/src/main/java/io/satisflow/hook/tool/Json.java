package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Payloads are built as trees, so that no text can be anything but a text. */
final class Json {
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

    static ObjectNode texts(Map<String, String> texts) {
        ObjectNode object = object();
        new TreeMap<>(texts).forEach(object::put);
        return object;
    }
}
