package io.satisflow.settings;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigNode;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.RollingWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the rows of windows hold, for those who want to look at them. */
record KeptScores(SatisfactionSettings satisfaction) {

    Optional<RollingWindow> windowOf(Duration length) {
        return satisfaction.windows().stream()
                .filter(window -> window.length().equals(length))
                .findFirst();
    }

    /** @throws ConfigException when no window has that name, spelled in the same way */
    RollingWindow window(ConfigNode node, String name) {
        return satisfaction.windows().stream()
                .filter(window -> window.name().equals(name))
                .findFirst()
                .orElseThrow(() -> node.problem("there is no window \"%s\"; one of: %s".formatted(name, windows())));
    }

    String windows() {
        return satisfaction.windows().stream().map(RollingWindow::name).collect(Collectors.joining(", "));
    }

    /** @throws ConfigException when the window's rows do not hold the score */
    void requireScore(ConfigNode node, String score, RollingWindow window) {
        if (scores(satisfaction.metricsIn(window)).contains(score)) {
            return;
        }
        SortedSet<String> all = scores(satisfaction.metrics());
        throw node.problem(
                all.contains(score)
                        ? "%s is not kept in the window %s; give its metric from: %s in metrics"
                                .formatted(score, window.name(), window.name())
                        : "there is no metric \"%s\"; one of: %s".formatted(score, String.join(", ", all)));
    }

    /** @throws ConfigException when feedback is not split by these dimensions */
    void requireGrouping(ConfigNode node, Collection<String> dimensions) {
        boolean known = satisfaction.groupings().stream()
                .anyMatch(grouping -> new HashSet<>(grouping.dimensions()).equals(new HashSet<>(dimensions)));
        if (!known) {
            String groupings = satisfaction.groupings().stream()
                    .map(grouping -> grouping.dimensions().toString())
                    .collect(Collectors.joining(", "));
            throw node.problem("segments are not made by %s; add it to segments, or take one of: %s"
                    .formatted(dimensions, groupings));
        }
    }

    /** Some metrics show several scores, such as sentiment and sentiment.negative. */
    private static SortedSet<String> scores(List<TrackedMetric> metrics) {
        return metrics.stream()
                .flatMap(tracked -> tracked.metric().scores(Tallies.NOTHING, Instant.EPOCH).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
