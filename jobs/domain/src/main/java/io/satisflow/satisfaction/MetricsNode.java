package io.satisflow.satisfaction;

import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.metric.Agreement;
import io.satisflow.satisfaction.metric.Attainment;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.ClockTime;
import io.satisflow.satisfaction.metric.CustomerEffort;
import io.satisflow.satisfaction.metric.CustomerRecovery;
import io.satisflow.satisfaction.metric.CustomerSentiment;
import io.satisflow.satisfaction.metric.DistinctCustomers;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.NetPromoterScore;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.SatisfactionRate;
import io.satisflow.satisfaction.metric.SatisfactionScore;
import io.satisflow.satisfaction.metric.Volume;
import io.satisflow.satisfaction.outcome.OutcomeMeasure;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.ticket.TicketFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code metrics: {csat.stars: {question: stars, scale: [1, 5], top: 4, from: 24h}}}. What kind of metric it is stands
 * before the dot of its name, the question after it; the name alone is both when there is no dot.
 */
final class MetricsNode {
    private static final Duration SURVEYS_FROM = Duration.ofHours(24);
    /** Drift looks at steps of an hour, so what it watches has to be kept in so short a window. */
    private static final Duration WATCHED_FROM = Duration.ofHours(1);

    private static final Duration ALWAYS = Duration.ZERO;

    static final List<TrackedMetric> SHIPPED = List.of(
            shipped(new Volume("volume"), ALWAYS),
            shipped(new CustomerSentiment("sentiment"), ALWAYS),
            shipped(new Agreement("agreement", new Question("csat", 1, 5), Better.HIGHER), SURVEYS_FROM),
            shipped(new Agreement("agreement.stars", new Question("stars", 1, 5), Better.HIGHER), SURVEYS_FROM),
            shipped(new SatisfactionRate("csat", new Question("csat", 1, 5), 4), WATCHED_FROM),
            shipped(new SatisfactionScore("csat_mean", new Question("csat", 1, 5)), SURVEYS_FROM),
            shipped(new SatisfactionRate("csat.stars", new Question("stars", 1, 5), 4), WATCHED_FROM),
            shipped(new SatisfactionScore("csat_mean.stars", new Question("stars", 1, 5)), SURVEYS_FROM),
            shipped(new NetPromoterScore("nps", new Question("nps", 0, 10)), WATCHED_FROM),
            shipped(new CustomerEffort("ces", new Question("ces", 1, 7), Better.HIGHER), SURVEYS_FROM),
            shipped(new ClockTime("first_reply_time", Clock.FIRST_REPLY, TimeBasis.WALL), WATCHED_FROM),
            shipped(new ClockTime("resolution_time", Clock.TOTAL_RESOLUTION, TimeBasis.WALL), WATCHED_FROM),
            shipped(new Attainment("sla_attainment.first_reply", Clock.FIRST_REPLY), WATCHED_FROM),
            shipped(new Attainment("sla_attainment.total_resolution", Clock.TOTAL_RESOLUTION), WATCHED_FROM));

    private final String name;
    private final ConfigNode node;

    private MetricsNode(String name, ConfigNode node) {
        this.name = name;
        this.node = node;
    }

    static List<TrackedMetric> read(ConfigNode node) {
        if (node.entries().isEmpty()) {
            throw node.problem("names no metric; write at least one, such as {volume: {}}");
        }
        List<TrackedMetric> metrics = ConfigNode.readEach(
                node.entries().entrySet(), entry -> new MetricsNode(entry.getKey(), entry.getValue()).read());
        requireOwnTallies(node, metrics);
        return metrics;
    }

    /** The parts of an index and metrics of their own must not be called the same. */
    private static void requireOwnTallies(ConfigNode node, List<TrackedMetric> metrics) {
        Set<String> seen = new HashSet<>();
        metrics.stream()
                .flatMap(tracked -> tracked.metric().tallyNames().stream())
                .filter(tally -> !seen.add(tally))
                .findFirst()
                .ifPresent(twice -> {
                    throw node.problem("\"%s\" is measured twice; give one of them another name".formatted(twice));
                });
    }

    private TrackedMetric read() {
        String kind = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return switch (kind) {
            case "csat" -> tracked(rate(), WATCHED_FROM);
            case "csat_mean" -> tracked(score(), SURVEYS_FROM);
            case "nps" -> tracked(promoters(), WATCHED_FROM);
            case "ces" -> tracked(effort(), SURVEYS_FROM);
            case "agreement" -> tracked(agreement(), SURVEYS_FROM);
            case "sentiment" -> tracked(allowing(new CustomerSentiment(name)), ALWAYS);
            case "aspect" -> tracked(allowing(CustomerSentiment.ofAspect(name, afterDot())), ALWAYS);
            case "recovery" -> tracked(recovery(), ALWAYS);
            case "volume" -> tracked(allowing(new Volume(name)), ALWAYS);
            case "csi" -> tracked(new IndexMetricsNode(name, node).index(), SURVEYS_FROM);
            case "gap" -> tracked(new IndexMetricsNode(name, node).gap(), SURVEYS_FROM);
            case "acsi" -> tracked(new IndexMetricsNode(name, node).american(), SURVEYS_FROM);
            case "customers" -> tracked(allowing(new DistinctCustomers(name)), SURVEYS_FROM);
            case "pooled" -> tracked(new OutcomeMetricsNode(name, node).pooled(), SURVEYS_FROM);
            case "complaint_rate" -> tracked(new OutcomeMetricsNode(name, node).complaints(), SURVEYS_FROM);
            case "first_reply_time" -> tracked(clockTime(Clock.FIRST_REPLY), WATCHED_FROM);
            case "resolution_time" -> tracked(clockTime(Clock.TOTAL_RESOLUTION), WATCHED_FROM);
            case "clock_time" -> tracked(clockTime(clockOfName()), WATCHED_FROM);
            case "sla_attainment" -> tracked(attainment(), WATCHED_FROM);
            default -> {
                if (OutcomeMetricsNode.knows(kind)) {
                    yield tracked(new OutcomeMetricsNode(name, node).rate(kind), SURVEYS_FROM);
                }
                throw node.problem(
                        "\"%s\" is no metric; one of: csat, csat_mean, nps, ces, csi, gap, acsi, sentiment, aspect, recovery,"
                                        .formatted(kind)
                                + " agreement, volume, first_reply_time, resolution_time, clock_time, sla_attainment, customers,"
                                + " pooled, " + OutcomeMetricsNode.kinds()
                                + "; with the question or"
                                + " the clock after a dot, such as csat.stars or sla_attainment.first_reply");
            }
        };
    }

    private Metric allowing(Metric metric) {
        node.allowOnly("from", "where");
        return metric;
    }

    private Metric rate() {
        node.allowOnly("question", "scale", "top", "from", "where");
        Question question = question("csat", 1, 5);
        double top = node.find("top").map(ConfigNode::decimal).orElseGet(() -> usualTop(question));
        return node.find("top").orElse(node).build(() -> new SatisfactionRate(name, question, top));
    }

    /** The usual top boxes; on other scales they have to be declared. */
    private double usualTop(Question question) {
        if (question.max() == 5) {
            return 4;
        }
        if (question.max() == 10) {
            return 9;
        }
        throw node.problem("say from which answer on customers count as satisfied, such as top: 6");
    }

    private Metric score() {
        node.allowOnly("question", "scale", "from", "where");
        return new SatisfactionScore(name, question("csat", 1, 5));
    }

    private Metric promoters() {
        node.allowOnly("question", "scale", "from", "where");
        Question question = question("nps", 0, 10);
        return node.find("scale").orElse(node).build(() -> new NetPromoterScore(name, question));
    }

    private Metric effort() {
        node.allowOnly("question", "scale", "better", "from", "where");
        return new CustomerEffort(name, question("ces", 1, 7), better());
    }

    private Metric agreement() {
        node.allowOnly("question", "scale", "better", "from", "where");
        return new Agreement(name, question("csat", 1, 5), better());
    }

    private Metric clockTime(@Nullable Clock usual) {
        node.allowOnly("clock", "time", "from", "where");
        TimeBasis time =
                node.find("time").map(found -> found.oneOf(TimeBasis.class)).orElse(TimeBasis.WALL);
        return new ClockTime(name, clock(usual), time);
    }

    private Metric recovery() {
        node.allowOnly("ticket", "from");
        if (name.contains(".")) {
            throw node.problem("\"%s\": tickets are told apart in one way; write recovery".formatted(name));
        }
        return new CustomerRecovery(
                name, node.find("ticket").map(ConfigNode::text).orElse("ticket"));
    }

    private Metric attainment() {
        node.allowOnly("clock", "from", "where");
        return new Attainment(name, clock(clockOfName()));
    }

    private @Nullable Clock clockOfName() {
        return Clock.named(afterDot()).orElse(null);
    }

    private String afterDot() {
        return name.substring(name.indexOf('.') + 1);
    }

    private Clock clock(@Nullable Clock usual) {
        Optional<ConfigNode> named = node.find("clock");
        return named.map(ConfigNode::text)
                .flatMap(Clock::named)
                .or(() -> Optional.ofNullable(usual).filter(clock -> named.isEmpty()))
                .orElseThrow(() -> named.orElse(node)
                        .problem("names no clock; one of: "
                                + Arrays.stream(Clock.values())
                                        .map(Clock::wireName)
                                        .collect(Collectors.joining(", "))));
    }

    private Better better() {
        Better better =
                node.find("better").map(found -> found.oneOf(Better.class)).orElse(Better.HIGHER);
        if (better == Better.NEITHER) {
            throw node.require("better").problem("say which end is good: higher or lower");
        }
        return better;
    }

    private Question question(String usual, double min, double max) {
        String asked = node.find("question")
                .map(ConfigNode::text)
                .orElseGet(() -> name.contains(".") ? name.substring(name.indexOf('.') + 1) : usual);
        Optional<ConfigNode> scale = node.find("scale");
        if (scale.isEmpty()) {
            return new Question(asked, min, max);
        }
        List<Double> ends = new ArrayList<>(ConfigNode.readEach(scale.get().items(), ConfigNode::decimal));
        if (ends.size() != 2) {
            throw scale.get().problem("expected the two ends of a scale, such as [1, 5]");
        }
        return scale.get().build(() -> new Question(asked, ends.get(0), ends.get(1)));
    }

    private TrackedMetric tracked(Metric metric, Duration usual) {
        return new TrackedMetric(
                metric, node.find("from").map(ConfigNode::duration).orElse(usual), null, where(metric));
    }

    /** {@code where: {kind: complaint, channel: [phone, call]}}. */
    private Map<String, List<String>> where(Metric metric) {
        Map<String, List<String>> where = new TreeMap<>();
        node.find("where")
                .ifPresent(conditions -> conditions
                        .entries()
                        .forEach((dimension, values) -> where.put(
                                plain(dimension), ConfigNode.readEach(values.itemsOrSingle(), ConfigNode::text))));
        boolean usualCalls = where.isEmpty()
                && metric.outcome()
                        .filter(rule -> rule.measure() == OutcomeMeasure.FIRST_CALL)
                        .isPresent();
        return usualCalls ? OutcomeMetricsNode.CALLS : where;
    }

    /** An attribute may be called as segments call it: {@code attributes.tier}. */
    private static String plain(String dimension) {
        return dimension.startsWith(TicketFacts.ATTRIBUTE)
                ? dimension.substring(TicketFacts.ATTRIBUTE.length())
                : dimension;
    }

    private static TrackedMetric shipped(Metric metric, Duration from) {
        return new TrackedMetric(metric, from, null);
    }
}
