package io.satisflow.satisfaction.score;

import io.satisflow.satisfaction.metric.Metric;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A metric, where it is kept and where it should be.
 *
 * @param from the shortest window it is kept in: what is asked rarely says nothing in a short one
 * @param where what has to be known of feedback or a ticket for it to count: by dimension, its values
 * @param target in the metric's own unit; null when none is set
 */
public record TrackedMetric(
        Metric metric, Duration from, @Nullable ScoreTarget target, Map<String, List<String>> where)
        implements Serializable {

    public TrackedMetric {
        where = new TreeMap<>(where);
    }

    /** Of all feedback and tickets. */
    public TrackedMetric(Metric metric, Duration from, @Nullable ScoreTarget target) {
        this(metric, from, target, Map.of());
    }

    /** @param fact gives what is known of a piece of feedback or a ticket by the name of a dimension, null when nothing is */
    public boolean isAbout(Function<String, @Nullable String> fact) {
        return where.entrySet().stream().allMatch(condition -> {
            String value = fact.apply(condition.getKey());
            return value != null && condition.getValue().contains(value);
        });
    }

    /** @param length of a window */
    public boolean isKeptIn(Duration length) {
        return length.compareTo(from) >= 0;
    }

    public TrackedMetric withTarget(@Nullable ScoreTarget other) {
        return new TrackedMetric(metric, from, other, where);
    }
}
