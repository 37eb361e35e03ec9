package io.satisflow.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a configuration file that knows where it stands, so that whatever is wrong with it is reported as
 * {@code file:line:column: key: what, and what is allowed}. Every reading method throws {@link ConfigException}.
 */
public final class ConfigNode {
    private final String file;
    private final String path;
    private final Node node;

    ConfigNode(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The file as the user named it; paths inside the configuration are relative to it. */
    public String file() {
        return file;
    }

    /** The dotted path of this value, such as {@code policies[2].when}; empty for the root. */
    public String path() {
        return path;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isScalar() {
        return node instanceof ScalarNode && !isNull();
    }

    public boolean isNull() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    /** Refuses every key that is not among the allowed ones, each where it stands. */
    public ConfigNode allowOnly(String... allowed) {
        List<ConfigProblem> unknown = tuples().stream()
                .filter(tuple -> !Arrays.asList(allowed).contains(keyOf(tuple)))
                .map(tuple -> at(tuple.getKeyNode(), childPath(keyOf(tuple)))
                        .asProblem("unknown key; allowed here: " + String.join(", ", allowed)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigException(unknown);
        }
        return this;
    }

    public Optional<ConfigNode> find(String key) {
        return Optional.ofNullable(entries().get(key)).filter(found -> !found.isNull());
    }

    public ConfigNode require(String key) {
        return find(key).orElseThrow(() -> problem("key \"%s\" is missing".formatted(key)));
    }

    /** The entries of a mapping in the order of the file. */
    public Map<String, ConfigNode> entries() {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples()) {
            String key = keyOf(tuple);
            if (entries.put(key, at(tuple.getValueNode(), childPath(key))) != null) {
                throw at(tuple.getKeyNode(), childPath(key)).problem("this key stands twice; keep one of them");
            }
        }
        return entries;
    }

    /** The items of a list. */
    public List<ConfigNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw problem("expected a list, such as [a, b]");
        }
        List<ConfigNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(at(item, path + "[" + items.size() + "]"));
        }
        return items;
    }

    /** The items of a list, or the one value that stands in its place. */
    public List<ConfigNode> itemsOrSingle() {
        return isList() ? items() : List.of(this);
    }

    /** Reads each node, or each entry, and throws once, with the problems of all of them. */
    public static <S, T> List<T> readEach(Iterable<S> nodes, Function<S, T> reader) {
        List<T> values = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (S each : nodes) {
            try {
                values.add(reader.apply(each));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return values;
    }

    /** A single value as text, with {@code ${NAME}} and {@code ${NAME:default}} taken from the environment. */
    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw problem("expected a single value");
        }
        try {
            return EnvironmentText.expand(scalar.getValue(), System::getenv);
        } catch (IllegalArgumentException e) {
            throw problem(e);
        }
    }

    /** A single value with {@code ${NAME}} as it stands there: for secrets, which are not to be held. */
    public String unexpanded() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw problem("expected a single value");
        }
        return scalar.getValue();
    }

    public long integer() {
        return parse(Long::parseLong, "expected a whole number");
    }

    public double decimal() {
        return parse(Double::parseDouble, "expected a number");
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem("expected true or false, but was \"%s\"".formatted(text()));
        };
    }

    /** A duration of more than zero. */
    public Duration duration() {
        Duration duration = value(DurationText::parse);
        if (duration.isNegative() || duration.isZero()) {
            throw problem("\"%s\" must be longer than zero".formatted(text()));
        }
        return duration;
    }

    public ZoneId zone() {
        try {
            return ZoneId.of(text());
        } catch (DateTimeException e) {
            throw problem(
                    "unknown time zone \"%s\"; write a name of the IANA list, such as Europe/Berlin, Asia/Shanghai or UTC"
                            .formatted(text()));
        }
    }

    public LocalDate date() {
        return parse(LocalDate::parse, "expected a date, such as 2026-10-01");
    }

    /** One of the constants, written in lower case. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text()))
                .findFirst()
                .orElseThrow(() -> problem("\"%s\" is not allowed; one of: %s".formatted(text(), namesOf(type))));
    }

    /** What the parser makes of the text; an {@link IllegalArgumentException} of it becomes the problem's message. */
    public <T> T value(Function<String, T> parser) {
        try {
            return parser.apply(text());
        } catch (IllegalArgumentException e) {
            throw problem(e);
        }
    }

    /** Builds something out of this node; an {@link IllegalArgumentException} becomes a problem at this place. */
    public <T> T build(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw problem(e);
        }
    }

    /** An exception that says what is wrong with this value. */
    public ConfigException problem(String message) {
        return new ConfigException(List.of(asProblem(message)));
    }

    public ConfigProblem asProblem(String message) {
        Optional<Mark> start = node.getStartMark();
        int line = start.map(Mark::getLine).orElse(0) + 1;
        int column = start.map(Mark::getColumn).orElse(0) + 1;
        return new ConfigProblem(file, line, column, path, message);
    }

    private ConfigException problem(IllegalArgumentException e) {
        return problem(String.valueOf(e.getMessage()));
    }

    private <T> T parse(Function<String, T> parser, String expected) {
        try {
            return parser.apply(text());
        } catch (NumberFormatException | DateTimeException e) {
            throw problem("%s, but was \"%s\"".formatted(expected, text()));
        }
    }

    private List<NodeTuple> tuples() {
        if (isNull()) {
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            throw problem("expected a mapping of keys to values");
        }
        return mapping.getValue();
    }

    private String keyOf(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
            return key.getValue();
        }
        throw at(tuple.getKeyNode(), path).problem("a key must be a single word");
    }

    private ConfigNode at(Node other, String otherPath) {
        return new ConfigNode(file, otherPath, other);
    }

    private String childPath(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String namesOf(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
