package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one segment added in one pane: counts and sums that may be added up. The same pane again with a later {@code asOf}
 * takes the place of the earlier one.
 *
 * @param sums by name, such as {@code csat.n}
 */
public record PaneSums(Segment segment, Instant from, Instant to, Instant asOf, Map<String, Double> sums) {

    public static PaneSums of(Segment segment, Pane pane, List<TrackedMetric> metrics) {
        Map<String, Double> sums = new HashMap<>();
        metrics.stream().map(TrackedMetric::metric).forEach(metric -> sums.putAll(metric.sums(pane.tallies())));
        return new PaneSums(
                segment,
                Instant.ofEpochMilli(pane.from()),
                Instant.ofEpochMilli(pane.to()),
                Instant.ofEpochMilli(pane.asOf()),
                sums);
    }
}
