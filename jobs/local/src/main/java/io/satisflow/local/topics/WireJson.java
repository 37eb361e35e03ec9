package io.satisflow.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records as people and scripts read them: the field names of the schema, instants in ISO-8601, what is not known
 * left out. A ticket event's details stand beside its other fields, its attributes in an object of their own; the
 * fields of a feedback stand beside what its text was found to say.
 */
public final class WireJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DETAILS = "details";
    private static final String FEEDBACK = "feedback";
    private static final String ATTRIBUTES = "attributes";

    private WireJson() {}

    /** One line, without its end. */
    public static String line(IndexedRecord record) {
        return object(record).toString();
    }

    /** The record as a tree, for further use. */
    public static ObjectNode object(IndexedRecord record) {
        ObjectNode object = MAPPER.createObjectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (field.name().equals(DETAILS) && value instanceof Map<?, ?> details) {
                spread(details, object);
            } else if (field.name().equals(FEEDBACK) && value instanceof IndexedRecord feedback) {
                object.setAll(object(feedback));
            } else if (value != null) {
                object.set(field.name(), node(value));
            }
        }
        return object;
    }

    private static void spread(Map<?, ?> details, ObjectNode object) {
        ObjectNode attributes = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : sorted(details).entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(ATTRIBUTES + ".")) {
                attributes.set(name.substring(ATTRIBUTES.length() + 1), entry.getValue());
            } else {
                object.set(name, entry.getValue());
            }
        }
        if (!attributes.isEmpty()) {
            object.set(ATTRIBUTES, attributes);
        }
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof IndexedRecord record) {
            return object(record);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            object.setAll(sorted(map));
            return object;
        }
        return scalar(value);
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return NODES.textNode(instant.toString());
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return NODES.numberNode(number.longValue());
        }
        return MAPPER.valueToTree(value);
    }

    private static TreeMap<String, JsonNode> sorted(Map<?, ?> map) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), node(value)));
        return sorted;
    }
}
