package io.satisflow.satisfaction;

import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.index.AmericanIndex;
import io.satisflow.satisfaction.index.ExpectationGap;
import io.satisflow.satisfaction.index.IndexDimension;
import io.satisflow.satisfaction.index.IndexNode;
import io.satisflow.satisfaction.index.IndexWeights;
import io.satisflow.satisfaction.index.PairwiseComparisons;
import io.satisflow.satisfaction.index.WeightedIndex;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Question;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Metrics that are made of several questions:
 *
 * <pre>
 * csi:  {of: {speed: {question: speed, scale: [1, 5]}, price: {aspect: price}}, weights: {speed: 3, price: 1}}
 * gap:  {items: {delivery: {found: delivery, expected: delivery_expected}}, scale: [1, 5]}
 * acsi: {questions: [overall, against_expectation, against_ideal], scale: [1, 10], weights: [1, 1, 1]}
 * </pre>
 */
final class IndexMetricsNode {
    private static final int PERCENT = 100;
    private static final double USUAL_COVERAGE = 60;

    private final String name;
    private final ConfigNode node;

    IndexMetricsNode(String name, ConfigNode node) {
        this.name = name;
        this.node = node;
    }

    Metric index() {
        node.allowOnly("of", "weights", "coverage", "from", "where");
        IndexNode root = node.require("of").build(() -> IndexNode.branch(name, parts(node.require("of"))));
        List<IndexWeights> versions = ConfigNode.readEach(
                node.require("weights").itemsOrSingle(), version -> version.build(() -> weights(version, root)));
        List<IndexWeights> inOrder = versions.stream()
                .sorted(Comparator.comparing(IndexWeights::validFrom))
                .toList();
        double coverage = node.find("coverage").map(ConfigNode::decimal).orElse(USUAL_COVERAGE) / PERCENT;
        if (!(coverage > 0 && coverage <= 1)) {
            throw node.require("coverage")
                    .problem("is the percent of weight that answers must carry: above 0, up to 100");
        }
        return node.build(() -> new WeightedIndex(name, root, inOrder, coverage));
    }

    private static List<IndexNode> parts(ConfigNode of) {
        return ConfigNode.readEach(of.entries().entrySet(), entry -> part(entry.getKey(), entry.getValue()));
    }

    private static IndexNode part(String name, ConfigNode part) {
        if (part.find("of").isPresent()) {
            part.allowOnly("of");
            return part.build(() -> IndexNode.branch(name, parts(part.require("of"))));
        }
        if (part.find("aspect").isPresent()) {
            part.allowOnly("aspect");
            return IndexNode.leaf(
                    name, IndexDimension.said(part.require("aspect").text()));
        }
        part.allowOnly("question", "scale", "better");
        Better better =
                part.find("better").map(found -> found.oneOf(Better.class)).orElse(Better.HIGHER);
        String asked = part.find("question").map(ConfigNode::text).orElse(name);
        return IndexNode.leaf(name, IndexDimension.asked(question(asked, part, 1, 5), better));
    }

    /** {@code {valid_from: 2026-01-01T00:00:00Z, speed: 15, price: 5}} or {@code {compare: {speed: {price: 3}}}}. */
    private static IndexWeights weights(ConfigNode version, IndexNode root) {
        Instant from = version.find("valid_from")
                .map(found -> found.value(text -> OffsetDateTime.parse(text).toInstant()))
                .orElse(Instant.EPOCH);
        Map<String, Double> byPart = new LinkedHashMap<>();
        version.find("compare").ifPresent(compared -> byPart.putAll(compared(compared, root)));
        version.entries().forEach((key, value) -> {
            if (!key.equals("valid_from") && !key.equals("compare")) {
                byPart.put(key, value.decimal());
            }
        });
        List<String> known = namesBelow(root);
        List<String> strangers =
                byPart.keySet().stream().filter(part -> !known.contains(part)).toList();
        if (!strangers.isEmpty()) {
            throw version.problem("weighs %s, which the index is not made of; its parts are %s"
                    .formatted(String.join(", ", strangers), String.join(", ", known)));
        }
        return new IndexWeights(from, byPart);
    }

    private static List<String> namesBelow(IndexNode branch) {
        List<String> names = new ArrayList<>();
        for (IndexNode part : branch.parts()) {
            names.add(part.name());
            names.addAll(namesBelow(part));
        }
        return names;
    }

    /** Each branch of which a pair is compared gets its weights from the comparisons of all its pairs. */
    private static Map<String, Double> compared(ConfigNode compare, IndexNode branch) {
        Map<String, Double> weights = new LinkedHashMap<>();
        List<String> parts = branch.parts().stream().map(IndexNode::name).toList();
        if (parts.stream().anyMatch(part -> compare.find(part).isPresent())) {
            weights.putAll(weights(compare, parts));
        }
        branch.parts().forEach(part -> weights.putAll(compared(compare, part)));
        return weights;
    }

    private static Map<String, Double> weights(ConfigNode compare, List<String> parts) {
        double[][] matrix = new double[parts.size()][parts.size()];
        for (int row = 0; row < parts.size(); row++) {
            Arrays.fill(matrix[row], Double.NaN);
            matrix[row][row] = 1;
        }
        for (int row = 0; row < parts.size(); row++) {
            for (int column = 0; column < parts.size(); column++) {
                readPair(compare, parts, row, column, matrix);
            }
        }
        requireAllPairs(compare, parts, matrix);
        PairwiseComparisons comparisons = compare.build(() -> new PairwiseComparisons(parts, matrix));
        if (comparisons.consistencyRatio() > PairwiseComparisons.ACCEPTED_RATIO) {
            throw compare.problem(contradiction(comparisons));
        }
        return comparisons.weights();
    }

    private static void readPair(ConfigNode compare, List<String> parts, int row, int column, double[][] matrix) {
        compare.find(parts.get(row))
                .flatMap(judged -> judged.find(parts.get(column)))
                .map(ConfigNode::decimal)
                .ifPresent(value -> {
                    matrix[row][column] = value;
                    matrix[column][row] = Double.isNaN(matrix[column][row]) ? 1 / value : matrix[column][row];
                });
    }

    private static void requireAllPairs(ConfigNode compare, List<String> parts, double[][] matrix) {
        List<String> missing = new ArrayList<>();
        for (int row = 0; row < parts.size(); row++) {
            for (int column = row + 1; column < parts.size(); column++) {
                if (Double.isNaN(matrix[row][column])) {
                    missing.add(parts.get(row) + " with " + parts.get(column));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw compare.problem("each pair is compared once; missing: " + String.join(", ", missing));
        }
    }

    private static String contradiction(PairwiseComparisons comparisons) {
        PairwiseComparisons.Contradiction worst = comparisons.worst();
        return String.format(
                Locale.ROOT,
                "the comparisons contradict each other: consistency ratio %.3f, above %.1f; worst is %s against %s, judged %.3g: the"
                        + " others make it %.2g, with which the ratio is %.3f",
                comparisons.consistencyRatio(),
                PairwiseComparisons.ACCEPTED_RATIO,
                worst.first(),
                worst.second(),
                worst.judged(),
                worst.mended(),
                worst.ratio());
    }

    Metric gap() {
        node.allowOnly("items", "scale", "from", "where");
        List<ExpectationGap.Item> items = ConfigNode.readEach(
                node.require("items").entries().entrySet(), entry -> item(entry.getKey(), entry.getValue()));
        return new ExpectationGap(name, items);
    }

    private ExpectationGap.Item item(String item, ConfigNode questions) {
        questions.allowOnly("found", "expected");
        return questions.build(() -> new ExpectationGap.Item(
                item,
                question(questions.require("found").text(), node, 1, 5),
                question(questions.require("expected").text(), node, 1, 5)));
    }

    Metric american() {
        node.allowOnly("questions", "scale", "weights", "from", "where");
        List<String> asked = ConfigNode.readEach(node.require("questions").items(), ConfigNode::text);
        List<Double> weights = node.find("weights")
                .map(found -> ConfigNode.readEach(found.items(), ConfigNode::decimal))
                .orElseGet(() -> Collections.nCopies(asked.size(), 1.0));
        return node.build(() -> new AmericanIndex(
                name,
                asked.stream().map(question -> question(question, node, 1, 10)).toList(),
                weights));
    }

    private static Question question(String asked, ConfigNode node, double min, double max) {
        return node.find("scale")
                .map(scale -> scale.build(() -> {
                    List<Double> ends = ConfigNode.readEach(scale.items(), ConfigNode::decimal);
                    if (ends.size() != 2) {
                        throw new IllegalArgumentException("expected the two ends of a scale, such as [1, 5]");
                    }
                    return new Question(asked, ends.get(0), ends.get(1));
                }))
                .orElseGet(() -> new Question(asked, min, max));
    }
}
