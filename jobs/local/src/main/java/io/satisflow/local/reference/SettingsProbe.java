package io.satisflow.local.reference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the code that reads a file what may stand in it, by writing nonsense there: its answer says what is allowed. So what is
 * told of a setting is what holds.
 */
final class SettingsProbe {
    static final String NONSENSE = "?!";
    private static final String UNKNOWN_KEY = "unknown key; allowed here: ";

    private final JsonNode example;
    private final Function<ConfigNode, Object> reader;
    private final Object usual;

    /** @param example that the reader takes, with a value for every key that others need */
    SettingsProbe(JsonNode example, Function<ConfigNode, Object> reader) {
        this.example = example;
        this.reader = reader;
        this.usual = read(example);
    }

    JsonNode at(String place) {
        return example.at(place);
    }

    /** What may stand in the mapping at a place; empty where its keys are names that a user chooses. */
    List<String> keys(String place) {
        if (example.at(place).isArray()) {
            return List.of();
        }
        String key = place + "/" + NONSENSE;
        return refusal(key, IntNode.valueOf(1))
                .filter(answer -> answer.startsWith(UNKNOWN_KEY))
                .map(answer -> List.of(answer.substring(UNKNOWN_KEY.length()).split(", ")))
                .orElse(List.of());
    }

    /** Why a value is not taken at a place, or one of its items; empty when it is. */
    Optional<String> refusal(String place, JsonNode value) {
        JsonNode tree = example.deepCopy();
        put(tree, JsonPointer.compile(place), value);
        try {
            read(tree);
            return Optional.empty();
        } catch (ConfigException refused) {
            String path = path(place);
            return refused.problems().stream()
                    .filter(problem ->
                            problem.key().equals(path) || problem.key().startsWith(path + "["))
                    .map(problem -> problem.message())
                    .findFirst();
        }
    }

    /** Whether what stands at a place holds without it too. */
    boolean isUsual(String place) {
        JsonNode tree = example.deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        if (!(tree.at(pointer.head()) instanceof ObjectNode parent)) {
            return false;
        }
        parent.remove(pointer.last().getMatchingProperty());
        try {
            return read(tree).equals(usual);
        } catch (ConfigException needed) {
            return false;
        }
    }

    /** Whether nothing is read without it. */
    boolean isRequired(String place) {
        JsonNode tree = example.deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        String key = pointer.last().getMatchingProperty();
        if (!(tree.at(pointer.head()) instanceof ObjectNode parent) || parent.remove(key) == null) {
            return false;
        }
        try {
            read(tree);
            return false;
        } catch (ConfigException refused) {
            return refused.problems().stream()
                    .anyMatch(problem -> problem.message().equals("key \"%s\" is missing".formatted(key)));
        }
    }

    /** JSON is YAML. */
    private Object read(JsonNode tree) {
        return reader.apply(ConfigFile.parse("probe.yaml", tree.toString()));
    }

    private static void put(JsonNode tree, JsonPointer place, JsonNode value) {
        JsonPointer parent = place.head();
        if (tree.at(parent).isMissingNode() || tree.at(parent).isValueNode()) {
            put(tree, parent, JsonNodeFactory.instance.objectNode());
        }
        JsonNode holder = tree.at(parent);
        if (holder instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) holder).set(place.last().getMatchingProperty(), value);
        }
    }

    /** As problems name it: {@code alerts.rules[0].name}. */
    private static String path(String place) {
        return place.substring(1)
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace('/', '.')
                .replace("~1", "/");
    }
}
