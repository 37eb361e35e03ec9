package io.satisflow.drift;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.config.ConfigNode;
import io.satisflow.drift.normal.WeekClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The {@code drift} of the settings. */
public final class DriftRulesNode {
    private static final int FEWEST_BASELINE_STEPS = 8;

    private DriftRulesNode() {}

    /** Where there are no calendars. */
    public static DriftRules read(ConfigNode node) {
        return read(node, Map.of());
    }

    /**
     * @param calendars by name, one of which may say which days are off
     * @throws io.satisflow.config.ConfigException with what is wrong in it
     */
    public static DriftRules read(ConfigNode node, Map<String, BusinessCalendar> calendars) {
        node.allowOnly(
                "step",
                "metrics",
                "false_alarms",
                "smallest_shift",
                "k",
                "h",
                "lambda",
                "limit",
                "baseline",
                "min_n",
                "new_level_after",
                "no_data_after",
                "forget_after",
                "zone",
                "calendar",
                "objectives");
        DriftRules defaults = DriftRules.DEFAULT;
        DriftRules rules = new DriftRules(
                in(node, "step", DriftRulesNode::step).orElse(defaults.step()),
                in(node, "metrics", DriftRulesNode::metrics).orElse(defaults.metrics()),
                in(node, "false_alarms", DriftRulesNode::budget).orElse(defaults.budget()),
                in(node, "smallest_shift", DriftRulesNode::numbers).orElse(Map.of()),
                chart(node),
                in(node, "baseline", DriftRulesNode::baseline).orElse(null),
                in(node, "min_n", DriftRulesNode::atLeastOne).orElse(defaults.minimumN()),
                in(node, "new_level_after", DriftRulesNode::steps).orElse(defaults.newLevelAfter()),
                in(node, "no_data_after", DriftRulesNode::steps).orElse(defaults.noDataAfter()),
                in(node, "forget_after", ConfigNode::duration).orElse(defaults.forgetAfter()),
                clock(node, calendars),
                in(node, "objectives", DriftRulesNode::objectives).orElse(Map.of()));
        if (rules.forgetAfter().compareTo(rules.step()) <= 0) {
            throw node.problem("forget_after %s must be longer than step %s, or every step begins anew"
                    .formatted(rules.forgetAfter(), rules.step()));
        }
        return rules;
    }

    /** Days off are those on which nobody works by the calendar; without one, Saturdays and Sundays. */
    private static WeekClock clock(ConfigNode node, Map<String, BusinessCalendar> calendars) {
        Optional<BusinessCalendar> calendar = in(node, "calendar", name -> calendar(name, calendars));
        ZoneId zone = in(node, "zone", ConfigNode::zone)
                .or(() -> calendar.map(BusinessCalendar::zone))
                .orElse(WeekClock.UTC.zone());
        return calendar.map(known -> WeekClock.of(zone, known)).orElseGet(() -> WeekClock.of(zone));
    }

    private static BusinessCalendar calendar(ConfigNode name, Map<String, BusinessCalendar> calendars) {
        BusinessCalendar found = calendars.get(name.text());
        if (found == null) {
            throw name.problem("there is no calendar \"%s\"; one of: %s"
                    .formatted(name.text(), String.join(", ", new TreeMap<>(calendars).keySet())));
        }
        return found;
    }

    private static <T> Optional<T> in(ConfigNode node, String key, Function<ConfigNode, T> reader) {
        return node.find(key).map(reader);
    }

    /** Parameters of one's own take the place of the budget. */
    private static @Nullable DriftChart chart(ConfigNode node) {
        Optional<ConfigNode> ewma = node.find("lambda").or(() -> node.find("limit"));
        Optional<ConfigNode> cusum = node.find("k").or(() -> node.find("h"));
        if (ewma.isPresent() && cusum.isPresent()) {
            throw cusum.get().problem("k and h are of a CUSUM, lambda and limit of an EWMA chart; keep one pair");
        }
        if (ewma.isPresent()) {
            return new DriftChart.Ewma(
                    in(node, "lambda", DriftRulesNode::lambda).orElse(0.2),
                    in(node, "limit", DriftRulesNode::positive).orElse(3.2));
        }
        return cusum.isEmpty()
                ? null
                : new DriftChart.Cusum(
                        in(node, "k", DriftRulesNode::positive).orElse(0.5),
                        in(node, "h", DriftRulesNode::positive).orElse(5.0));
    }

    private static FalseAlarmBudget budget(ConfigNode node) {
        node.allowOnly("at_most", "in", "segments");
        return new FalseAlarmBudget(
                in(node, "at_most", DriftRulesNode::positive).orElse(1.0),
                in(node, "in", ConfigNode::duration).orElse(FalseAlarmBudget.DEFAULT.within()),
                in(node, "segments", DriftRulesNode::steps).orElse(1));
    }

    private static Map<String, Double> numbers(ConfigNode node) {
        Map<String, Double> numbers = new TreeMap<>();
        node.entries().forEach((metric, value) -> numbers.put(metric, positive(value)));
        return numbers;
    }

    private static Map<String, Double> objectives(ConfigNode node) {
        Map<String, Double> objectives = new TreeMap<>();
        node.entries().forEach((metric, value) -> {
            double objective = positive(value);
            if (objective >= 100) {
                throw value.problem("expected a share below 100 per cent, such as 95, but was " + value.text());
            }
            objectives.put(metric, objective);
        });
        return objectives;
    }

    private static int steps(ConfigNode node) {
        if (node.integer() < 1 || node.integer() > 1_000_000) {
            throw node.problem("expected 1 to 1000000, but was " + node.text());
        }
        return (int) node.integer();
    }

    private static double positive(ConfigNode node) {
        double number = node.decimal();
        if (!(number > 0)) {
            throw node.problem("expected a number above 0, such as 3, but was " + node.text());
        }
        return number;
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
