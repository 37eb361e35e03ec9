package io.satisflow.satisfaction;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigNode;
import io.satisflow.config.ConfigProblem;
import io.satisflow.satisfaction.period.PeriodSettings;
import io.satisflow.satisfaction.score.ScoreTarget;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.segment.SegmentsNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what {@code satisflow.yaml} says of satisfaction: {@code segments}, {@code windows}, {@code periods},
 * {@code metrics} and {@code targets}. What is left out is as shipped.
 */
public final class SatisfactionFile {
    /** The keys at the root of {@code satisflow.yaml} that are read here. */
    public static final List<String> KEYS = List.of("segments", "windows", "periods", "metrics", "targets");

    private final ConfigNode root;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private SatisfactionFile(ConfigNode root) {
        this.root = root;
    }

    /** @throws ConfigException with everything that is wrong in these keys; others are passed over */
    public static SatisfactionSettings read(ConfigNode root) {
        return new SatisfactionFile(root).read();
    }

    /** What holds where nothing is set. */
    public static SatisfactionSettings defaults() {
        return new SatisfactionSettings(
                SegmentsNode.SHIPPED,
                SegmentsNode.DEFAULT_CAP,
                WindowsNode.SHIPPED,
                SatisfactionSettings.LATENESS,
                MetricsNode.SHIPPED,
                null);
    }

    private SatisfactionSettings read() {
        SatisfactionSettings shipped = defaults();
        Optional<SegmentsNode> segments = section("segments").flatMap(node -> check(() -> SegmentsNode.read(node)));
        Optional<WindowsNode> windows = section("windows").flatMap(node -> check(() -> WindowsNode.read(node)));
        List<TrackedMetric> metrics = section("metrics")
                .flatMap(node -> check(() -> MetricsNode.read(node)))
                .orElse(shipped.metrics());
        Optional<PeriodSettings> periods = section("periods").flatMap(node -> check(() -> PeriodsNode.read(node)));
        ZoneId usual = periods.map(PeriodSettings::zone).orElse(ZoneOffset.UTC);
        Map<String, ScoreTarget> targets = section("targets")
                .flatMap(node -> check(() -> new TargetsNode(node, usual).read(metrics)))
                .orElse(Map.of());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new SatisfactionSettings(
                segments.map(SegmentsNode::groupings).orElse(shipped.groupings()),
                segments.map(SegmentsNode::cap).orElse(shipped.cap()),
                windows.map(WindowsNode::windows).orElse(shipped.windows()),
                windows.map(WindowsNode::lateness).orElse(shipped.lateness()),
                metrics.stream()
                        .map(tracked ->
                                tracked.withTarget(targets.get(tracked.metric().name())))
                        .toList(),
                periods.orElse(null));
    }

    private Optional<ConfigNode> section(String key) {
        return check(() -> root.find(key)).flatMap(found -> found);
    }

    /** Goes on after a problem, so that one run tells all of them. */
    private <T> Optional<T> check(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ConfigException e) {
            e.problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
            return Optional.empty();
        }
    }
}
