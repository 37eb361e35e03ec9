package io.satisflow.satisfaction;

import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.period.Period;
import io.satisflow.satisfaction.period.PeriodSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code periods: {zone: Asia/Shanghai, week_starts: monday, of: [today, week, month, quarter, half_year, year], step: 1h}}. */
final class PeriodsNode {
    private static final Duration STEP = Duration.ofHours(1);

    private PeriodsNode() {}

    static PeriodSettings read(ConfigNode node) {
        node.allowOnly("zone", "week_starts", "of", "step");
        List<Period> periods = node.find("of")
                .map(of -> ConfigNode.readEach(of.itemsOrSingle(), PeriodsNode::period))
                .orElse(List.of(Period.values()));
        if (periods.isEmpty()) {
            throw node.require("of").problem("names no period; leave it out for all of them");
        }
        return node.find("step")
                .orElse(node)
                .build(() -> new PeriodSettings(
                        node.require("zone").zone(),
                        node.find("week_starts")
                                .map(day -> day.oneOf(DayOfWeek.class))
                                .orElse(DayOfWeek.MONDAY),
                        periods.stream().distinct().sorted().toList(),
                        node.find("step").map(ConfigNode::duration).orElse(STEP)));
    }

    private static Period period(ConfigNode node) {
        return Period.named(node.text())
                .orElseThrow(() -> node.problem("\"%s\" is no period; one of: %s"
                        .formatted(
                                node.text(),
                                Arrays.stream(Period.values())
                                        .map(Period::wireName)
                                        .collect(Collectors.joining(", ")))));
    }
}
