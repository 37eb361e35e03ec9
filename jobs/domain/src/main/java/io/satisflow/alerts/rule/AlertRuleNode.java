package io.satisflow.alerts.rule;

import io.satisflow.config.ConfigNode;
import io.satisflow.config.DurationText;
import io.satisflow.drift.detector.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the {@code rules}; what it is {@code on} decides which keys it may have. */
public final class AlertRuleNode {
    private static final List<String> ALL =
            List.of("name", "on", "severity", "labels", "for", "keep_firing_for", "steps", "flapping");
    private static final long MINIMUM_N = 30;

    /** A single feedback that nobody has read by then is not news any more. */
    private static final Duration READ_BY_THEN = Duration.ofDays(1);

    private enum On {
        DRIFT,
        THRESHOLD,
        TICKET,
        FEEDBACK
    }

    private enum Side {
        UP,
        DOWN,
        BOTH
    }

    private enum Word {
        WARN,
        BREACH
    }

    private AlertRuleNode() {}

    public static AlertRule read(ConfigNode node) {
        AlertCondition condition = condition(node);
        return new AlertRule(
                node.require("name").text(),
                condition,
                node.find("severity").map(value -> value.oneOf(Severity.class)).orElse(Severity.WARNING),
                node.find("labels").map(AlertRuleNode::labels).orElse(Map.of()),
                patience(node, "for"),
                patience(node, "keep_firing_for"),
                node.find("no_data").map(ConfigNode::duration).orElse(null),
                node.find("steps").map(value -> value.value(StepsOf::parse)).orElse(null),
                isOnCounts(condition) ? flapping(node) : null,
                condition instanceof AlertCondition.SingleFeedback
                        ? node.find("ends_after").map(ConfigNode::duration).orElse(READ_BY_THEN)
                        : null);
    }

    /** Clocks and single feedback do not come and go. */
    private static boolean isOnCounts(AlertCondition condition) {
        return condition instanceof AlertCondition.Drift || condition instanceof AlertCondition.Threshold;
    }

    /** {@code never}, or {@code {starts: 5, within: 1h, calm: 15m}}. */
    private static @Nullable Flapping flapping(ConfigNode node) {
        Optional<ConfigNode> found = node.find("flapping");
        if (found.isEmpty()) {
            return Flapping.DEFAULT;
        }
        ConfigNode flapping = found.get();
        if (flapping.isScalar() && flapping.text().equals("never")) {
            return null;
        }
        flapping.allowOnly("starts", "within", "calm");
        Flapping usual = Flapping.DEFAULT;
        return flapping.build(() -> new Flapping(
                flapping.find("starts").map(value -> (int) value.integer()).orElse(usual.starts()),
                flapping.find("within").map(ConfigNode::duration).orElse(usual.within()),
                flapping.find("calm").map(ConfigNode::duration).orElse(usual.calm())));
    }

    private static AlertCondition condition(ConfigNode node) {
        return switch (node.require("on").oneOf(On.class)) {
            case DRIFT -> drift(node);
            case THRESHOLD -> threshold(node);
            case TICKET -> ticket(node);
            case FEEDBACK -> feedback(node);
        };
    }

    private static AlertCondition drift(ConfigNode node) {
        allow(node, "metrics", "segment", "direction");
        Side side = node.find("direction").map(value -> value.oneOf(Side.class)).orElse(Side.BOTH);
        return new AlertCondition.Drift(
                texts(node, "metrics").orElse(List.of()),
                texts(node, "segment").orElse(null),
                side == Side.BOTH ? null : Direction.valueOf(side.name()));
    }

    private static AlertCondition threshold(ConfigNode node) {
        allow(node, "metric", "window", "segment", "below", "above", "min_n", "no_data");
        String metric = node.require("metric").text();
        String window = node.require("window").value(AlertRuleNode::window);
        @Nullable List<String> segment = texts(node, "segment").orElse(null);
        long minimumN = node.find("min_n").map(ConfigNode::integer).orElse(MINIMUM_N);
        return node.build(() -> new AlertCondition.Threshold(
                metric, window, segment, bound(node, "below"), bound(node, "above"), minimumN));
    }

    private static AlertCondition ticket(ConfigNode node) {
        allow(node, "events", "clocks", "grace");
        List<Word> events = node.find("events")
                .map(list -> ConfigNode.readEach(list.itemsOrSingle(), item -> item.oneOf(Word.class)))
                .orElse(List.of(Word.values()));
        boolean onBreach = events.contains(Word.BREACH);
        Optional<Duration> grace = node.find("grace").map(value -> value.value(DurationText::parse));
        if (!onBreach && grace.isPresent()) {
            throw node.require("grace").problem("only a breach is waited with; take it away, or add breach to events");
        }
        return new AlertCondition.Ticket(
                texts(node, "clocks").orElse(List.of()),
                events.contains(Word.WARN),
                onBreach,
                grace.orElse(AlertCondition.Ticket.GRACE));
    }

    private static AlertCondition feedback(ConfigNode node) {
        allow(
                node,
                "when",
                "question",
                "rating_at_most",
                "sentiment_below",
                "characters_at_least",
                "owner",
                "ends_after");
        Map<String, List<String>> when = new TreeMap<>();
        node.find("when")
                .map(ConfigNode::entries)
                .orElse(Map.of())
                .forEach((fact, values) ->
                        when.put(fact, ConfigNode.readEach(values.itemsOrSingle(), ConfigNode::text)));
        @Nullable String question = node.find("question").map(ConfigNode::text).orElse(null);
        int characters = node.find("characters_at_least")
                .map(value -> (int) value.integer())
                .orElse(0);
        @Nullable String owner = node.find("owner").map(ConfigNode::text).orElse(null);
        return node.build(() -> new AlertCondition.SingleFeedback(
                when, question, bound(node, "rating_at_most"), bound(node, "sentiment_below"), characters, owner));
    }

    private static void allow(ConfigNode node, String... own) {
        node.allowOnly(Stream.concat(ALL.stream(), Stream.of(own)).toArray(String[]::new));
    }

    /** Windows go by the name that they are configured with, which must be a duration. */
    private static String window(String text) {
        DurationText.parse(text);
        return text.replace(" ", "");
    }

    private static @Nullable Double bound(ConfigNode node, String key) {
        return node.find(key).map(ConfigNode::decimal).orElse(null);
    }

    private static Optional<List<String>> texts(ConfigNode node, String key) {
        return node.find(key).map(list -> ConfigNode.readEach(list.itemsOrSingle(), ConfigNode::text));
    }

    private static Map<String, String> labels(ConfigNode node) {
        Map<String, String> labels = new TreeMap<>();
        node.entries().forEach((name, value) -> labels.put(name, value.text()));
        return labels;
    }

    /** Here nothing at all is a duration too. */
    private static Duration patience(ConfigNode node, String key) {
        return node.find(key).map(value -> value.value(DurationText::parse)).orElse(Duration.ZERO);
    }
}
