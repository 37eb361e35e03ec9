package io.satisflow.satisfaction;

import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.metric.ComplaintRate;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.OutcomeRate;
import io.satisflow.satisfaction.metric.PooledScore;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.outcome.OutcomeMeasure;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Metrics of what became of tickets and customers:
 *
 * <pre>
 * fcr.no_reopen_within: {within: 7d}
 * repeat_complaint_rate: {within: 30d, same: [order, topic], where: {product: [shop]}}
 * complaint_rate.orders: {exposure: orders}
 * pooled.stars: {of: [{question: stars, scale: [1, 5]}, {question: marks, scale: [1, 10]}]}
 * </pre>
 */
final class OutcomeMetricsNode {
    private static final String FIRST_CONTACT = "fcr";

    private static final Map<String, OutcomeMeasure> KINDS = Map.ofEntries(
            Map.entry("recontact_rate", OutcomeMeasure.RECONTACT),
            Map.entry("reopen_rate", OutcomeMeasure.REOPEN),
            Map.entry("resolution_rate", OutcomeMeasure.RESOLUTION),
            Map.entry("answer_rate", OutcomeMeasure.ANSWER),
            Map.entry("promise_kept_rate", OutcomeMeasure.PROMISE_KEPT),
            Map.entry("follow_up_rate", OutcomeMeasure.FOLLOW_UP),
            Map.entry("follow_up_satisfied_rate", OutcomeMeasure.FOLLOW_UP_SATISFIED),
            Map.entry("response_rate", OutcomeMeasure.RESPONSE),
            Map.entry("collection_coverage", OutcomeMeasure.COLLECTION),
            Map.entry("repeat_complaint_rate", OutcomeMeasure.REPEAT_COMPLAINT),
            Map.entry("non_repeat_resolution_rate", OutcomeMeasure.NON_REPEAT_RESOLUTION),
            Map.entry("problem_conversion_rate", OutcomeMeasure.PROBLEM_CONVERSION));

    /** What first_call means where nothing is said of it: tickets that came by phone. */
    static final Map<String, List<String>> CALLS = Map.of("channel", List.of("phone", "call", "voice"));

    /** What two complaints have to share where nothing is said of it. */
    private static final List<String> SAME = List.of("order", "topic");

    private final String name;
    private final ConfigNode node;

    OutcomeMetricsNode(String name, ConfigNode node) {
        this.name = name;
        this.node = node;
    }

    /** The kinds of metrics that are read here. */
    static String kinds() {
        return "fcr.one_touch, fcr.no_customer_reply, fcr.no_reopen_within, fcr.no_recontact_within, fcr.first_call, complaint_rate, "
                + KINDS.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    static boolean knows(String kind) {
        return KINDS.containsKey(kind) || kind.equals(FIRST_CONTACT);
    }

    /** @param kind that is known here */
    Metric rate(String kind) {
        OutcomeMeasure measure = kind.equals(FIRST_CONTACT) ? variant() : KINDS.get(kind);
        if (measure == null) {
            throw node.problem("\"%s\" is no metric".formatted(kind));
        }
        boolean decidedAtOnce = measure.usualWithin().isZero();
        if (decidedAtOnce) {
            node.allowOnly("from", "where");
        } else if (measure.comparesComplaints()) {
            node.allowOnly("within", "same", "from", "where");
        } else {
            node.allowOnly("within", "from", "where");
        }
        return new OutcomeRate(new OutcomeRule(name, measure, within(measure), same(measure)));
    }

    private OutcomeMeasure variant() {
        String[] parts = name.split("\\.", -1);
        return Optional.of(parts)
                .filter(all -> all.length > 1)
                .flatMap(all -> OutcomeMeasure.variantOfFirstContact(all[1]))
                .orElseThrow(() -> node.problem("\"%s\": say which first contact resolution is meant, such as %s"
                        .formatted(
                                name,
                                Arrays.stream(OutcomeMeasure.values())
                                        .filter(measure -> measure.ordinal() <= OutcomeMeasure.FIRST_CALL.ordinal())
                                        .map(measure -> "fcr." + measure.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    private Duration within(OutcomeMeasure measure) {
        Duration within = node.find("within").map(ConfigNode::duration).orElse(measure.usualWithin());
        if (node.find("within").isPresent() && (within.isZero() || within.toDays() > 366)) {
            throw node.require("within").problem("expected a time of up to 366d, such as 7d");
        }
        return within;
    }

    private List<String> same(OutcomeMeasure measure) {
        if (!measure.comparesComplaints()) {
            return List.of();
        }
        return node.find("same")
                .map(same -> ConfigNode.readEach(same.itemsOrSingle(), ConfigNode::text))
                .orElse(SAME);
    }

    Metric complaints() {
        node.allowOnly("exposure", "from", "where");
        String exposure = node.find("exposure")
                .map(ConfigNode::text)
                .orElseGet(() -> name.contains(".") ? name.substring(name.indexOf('.') + 1) : "");
        if (exposure.isEmpty()) {
            throw node.problem("say by what complaints are counted, such as complaint_rate.orders: {exposure: orders}");
        }
        OutcomeRule rule = new OutcomeRule(name, OutcomeMeasure.COMPLAINT, Duration.ZERO, List.of());
        return new ComplaintRate(name, exposure, rule);
    }

    Metric pooled() {
        node.allowOnly("of", "from", "where");
        List<Question> questions = ConfigNode.readEach(node.require("of").items(), item -> {
            item.allowOnly("question", "scale");
            List<Double> ends = ConfigNode.readEach(item.require("scale").items(), ConfigNode::decimal);
            if (ends.size() != 2) {
                throw item.require("scale").problem("expected the two ends of a scale, such as [1, 5]");
            }
            return item.build(() -> new Question(item.require("question").text(), ends.get(0), ends.get(1)));
        });
        return node.build(() -> new PooledScore(name, questions));
    }
}
