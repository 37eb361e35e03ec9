package io.satisflow.drift;

import io.satisflow.config.ConfigNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The {@code drift} of the settings. */
public final class DriftRulesNode {
    private static final int FEWEST_BASELINE_STEPS = 8;

    private DriftRulesNode() {}

    /** @throws io.satisflow.config.ConfigException with what is wrong in it */
    public static DriftRules read(ConfigNode node) {
        node.allowOnly("step", "metrics", "lambda", "limit", "baseline", "min_n", "forget_after");
        DriftRules defaults = DriftRules.DEFAULT;
        DriftRules rules = new DriftRules(
                in(node, "step", DriftRulesNode::step).orElse(defaults.step()),
                in(node, "metrics", DriftRulesNode::metrics).orElse(defaults.metrics()),
                in(node, "lambda", DriftRulesNode::lambda).orElse(defaults.lambda()),
                in(node, "limit", DriftRulesNode::limit).orElse(defaults.width()),
                in(node, "baseline", DriftRulesNode::baseline).orElse(defaults.baselineSteps()),
                in(node, "min_n", DriftRulesNode::atLeastOne).orElse(defaults.minimumN()),
                in(node, "forget_after", ConfigNode::duration).orElse(defaults.forgetAfter()));
        if (rules.forgetAfter().compareTo(rules.step()) <= 0) {
            throw node.problem("forget_after %s must be longer than step %s, or every step begins anew"
                    .formatted(rules.forgetAfter(), rules.step()));
        }
        return rules;
    }

    private static <T> Optional<T> in(ConfigNode node, String key, Function<ConfigNode, T> reader) {
        return node.find(key).map(reader);
    }

    /** Steps begin at whole multiples of their length since 1970 in UTC, so that they line up with days. */
    private static Duration step(ConfigNode node) {
        Duration step = node.duration();
        if (Duration.ofDays(1).toMillis() % step.toMillis() != 0) {
            throw node.problem("a day must be a whole number of steps of \"%s\"; use such as 15m, 1h, 6h or 1d"
                    .formatted(node.text()));
        }
        return step;
    }

    private static List<String> metrics(ConfigNode node) {
        List<String> metrics = ConfigNode.readEach(node.itemsOrSingle(), ConfigNode::text);
        if (metrics.isEmpty()) {
            throw node.problem("an empty list watches nothing; name at least one metric, or leave the key out");
        }
        return metrics;
    }

    private static double lambda(ConfigNode node) {
        double lambda = node.decimal();
        if (!(lambda > 0 && lambda <= 1)) {
            throw node.problem("expected a weight above 0 up to 1, but was " + node.text());
        }
        return lambda;
    }

    private static double limit(ConfigNode node) {
        double limit = node.decimal();
        if (!(limit > 0)) {
            throw node.problem("expected standard deviations above 0, such as 3, but was " + node.text());
        }
        return limit;
    }

    private static int baseline(ConfigNode node) {
        long steps = node.integer();
        if (steps < FEWEST_BASELINE_STEPS || steps > 10_000) {
            throw node.problem("expected %d to 10000 steps, but was %d".formatted(FEWEST_BASELINE_STEPS, steps));
        }
        return (int) steps;
    }

    private static long atLeastOne(ConfigNode node) {
        if (node.integer() < 1) {
            throw node.problem("expected at least 1 answer, but was " + node.integer());
        }
        return node.integer();
    }
}
