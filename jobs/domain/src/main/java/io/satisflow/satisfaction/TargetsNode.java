package io.satisflow.satisfaction;

import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.score.ScoreTarget;
import io.satisflow.satisfaction.score.TrackedMetric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code targets: {zone: Asia/Shanghai, csat: 80, nps: {2026-01-01: 42, 2026-12-31: 58}}}. */
final class TargetsNode {
    private static final String ZONE = "zone";

    private final ConfigNode node;
    private final ZoneId zone;

    /** @param usual the zone in which the dates of plans begin, should none be set here */
    TargetsNode(ConfigNode node, ZoneId usual) {
        this.node = node;
        this.zone = node.find(ZONE).map(ConfigNode::zone).orElse(usual);
    }

    /** By the name of the metric. */
    Map<String, ScoreTarget> read(List<TrackedMetric> metrics) {
        node.allowOnly(Stream.concat(
                        Stream.of(ZONE),
                        metrics.stream().map(tracked -> tracked.metric().name()))
                .toArray(String[]::new));
        Map<String, ScoreTarget> targets = new TreeMap<>();
        ConfigNode.readEach(
                node.entries().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(ZONE))
                        .toList(),
                entry -> targets.put(entry.getKey(), target(entry.getValue())) == null);
        return targets;
    }

    private ScoreTarget target(ConfigNode of) {
        if (!of.isMapping()) {
            return ScoreTarget.always(finite(of));
        }
        SortedMap<Instant, Double> plan = new TreeMap<>();
        of.entries().forEach((date, value) -> plan.put(startOf(date, value), finite(value)));
        return of.build(() -> new ScoreTarget(plan, zone));
    }

    private Instant startOf(String date, ConfigNode value) {
        try {
            return LocalDate.parse(date).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw value.problem(
                    "\"%s\" is no date; a plan has a value for each date, such as {2026-01-01: 42, 2026-12-31: 58}"
                            .formatted(date));
        }
    }

    private static double finite(ConfigNode node) {
        if (!Double.isFinite(node.decimal())) {
            throw node.problem("expected a number, but was \"%s\"".formatted(node.text()));
        }
        return node.decimal();
    }
}
