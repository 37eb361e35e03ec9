package io.satisflow.local.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The keys of one file, a row each. */
final class SettingsTable {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final JsonNode NONSENSE = TextNode.valueOf(SettingsProbe.NONSENSE);
    private static final JsonNode FAR_TOO_LOW = IntNode.valueOf(-1_000_000_000);
    private static final Pattern QUOTED = Pattern.compile("^\"\\?!\" .*?; ");
    private static final Pattern FOUND = Pattern.compile(",? but was \"?[-?!0-9]*\"?$");
    private static final String KEYS = "the keys below";
    private static final int DEEPEST = 5;

    private final SettingsProbe probe;
    private final UnaryOperator<String> description;
    private final Map<String, String> rows = new LinkedHashMap<>();
    /** By what they may hold, where mappings of that kind are told. */
    private final Map<List<String>, String> told = new HashMap<>();

    /** @param description of what may stand in a key, from English */
    SettingsTable(SettingsProbe probe, UnaryOperator<String> description) {
        this.probe = probe;
        this.description = description;
    }

    List<String> rows() {
        mapping("", "", Set.of());
        List<String> names = List.copyOf(rows.keySet());
        return names.stream()
                .sorted(Comparator.comparing(name -> order(name, names)))
                .map(rows::get)
                .toList();
    }

    /** What stands within a key comes behind it, whichever example it was found in. */
    private static String order(String name, List<String> names) {
        StringBuilder order = new StringBuilder();
        for (int end = name.indexOf('.'); end >= 0; end = name.indexOf('.', end + 1)) {
            order.append("%05d.".formatted(names.indexOf(name.substring(0, end).replaceFirst("\\[]$", ""))));
        }
        return order.append("%05d".formatted(names.indexOf(name))).toString();
    }

    /** @param around keys of the mappings that it stands in, since some hold mappings like themselves */
    private void mapping(String place, String name, Set<List<String>> around) {
        List<String> keys = probe.keys(place);
        if (keys.isEmpty()) {
            chosenNames(place, name, around);
        } else if (!around.contains(keys) && around.size() < DEEPEST) {
            Set<List<String>> here =
                    Stream.concat(around.stream(), Stream.of(keys)).collect(Collectors.toUnmodifiableSet());
            keys.forEach(key -> value(place + "/" + key, name.isEmpty() ? key : name + "." + key, here));
        }
    }

    /** The examples stand for all names. */
    private void chosenNames(String place, String name, Set<List<String>> around) {
        JsonNode examples = probe.at(place);
        examples.fieldNames()
                .forEachRemaining(key -> value(place + "/" + key.replace("/", "~1"), name + ".<name>", around));
    }

    private void value(String place, String name, Set<List<String>> around) {
        JsonNode example = probe.at(place);
        Optional<String> refusal = probe.refusal(place, NONSENSE);
        List<String> inner = probe.keys(place);
        String alike = inner.isEmpty() ? name : told.computeIfAbsent(inner, first -> name);
        if (!alike.equals(name)) {
            String what = refusal.map(this::told).orElse("a value");
            String keys = "keys as of `%s`".formatted(alike);
            row(place, name, what.equals(KEYS) ? keys : what + ", or " + keys, example);
        } else if (example.isArray() && example.size() > 0 && example.path(0).isObject()) {
            row(place, name, "a list", example);
            IntStream.range(0, example.size()).forEach(item -> mapping(place + "/" + item, name + "[]", around));
        } else if (example.isObject() || !inner.isEmpty()) {
            row(place, name, refusal.map(this::told).orElse("a value, or its keys below"), example);
            mapping(place, name, around);
        } else {
            row(place, name, allowed(place, refusal), example);
        }
    }

    private String allowed(String place, Optional<String> refusal) {
        if (refusal.isEmpty()) {
            return "text";
        }
        String answer = refusal.get();
        if (answer.startsWith("expected a list")) {
            Optional<String> item = probe.refusal(place, MAKE.arrayNode().add(NONSENSE));
            return "a list" + item.map(what -> " of: " + told(what)).orElse(" of texts");
        }
        if (answer.contains("number")) {
            return told(probe.refusal(place, FAR_TOO_LOW).orElse(answer));
        }
        return told(answer);
    }

    /** An answer without what was found, as a description. */
    private String told(String answer) {
        if (answer.contains("is not a duration")) {
            return "a duration";
        }
        String allowed = FOUND.matcher(QUOTED.matcher(answer).replaceFirst("")).replaceFirst("");
        return allowed.replaceFirst(
                        "^(?:unknown|there is no) (window|metric|receiver|time|calendar) \"\\?!\"; .*",
                        "a $1 that is set")
                .replaceFirst("^unknown time zone .*?; write ", "")
                .replaceFirst("^(?:unknown|there is no) (.*?) \"\\?!\"; one of: ", "a $1: ")
                .replaceFirst("^there is no (?:file|folder) .*?; ", "")
                .replaceFirst("^.* or take one of: ", "one of: ")
                .replaceFirst("^is not (the name of an environment variable);.*", "$1")
                .replaceFirst("^is not (an? .*?); write such as ", "$1, such as ")
                .replaceFirst("^(?:names no .*?; |write |expected )", "")
                .replaceFirst(", but begin at .*", "")
                .replaceFirst("^the way to the value from the top, such as (\\S+) .*", "a JSON Pointer, such as $1")
                .replaceFirst("^-\\d+ is not allowed; ", "")
                .replaceFirst("^.* is no (regular expression): .*", "a $1")
                .replaceFirst("^(.*) exclude each other.*", "one alone of: $1")
                .replaceFirst("^a mapping of keys to values$", KEYS)
                .replace(SettingsProbe.NONSENSE, "..");
    }

    private void row(String place, String name, String what, JsonNode example) {
        String without = probe.isRequired(place)
                ? description.apply("**required**")
                : !example.isMissingNode() && probe.isUsual(place) && !example.isObject()
                        ? "`%s`".formatted(shown(example))
                        : "";
        rows.putIfAbsent(name, "| `%s` | %s | %s |".formatted(name, cell(description.apply(what)), cell(without)));
    }

    private static String shown(JsonNode value) {
        return value.isTextual()
                ? value.asText()
                : value.toString().replace("\"", "").replace(",", ", ");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
