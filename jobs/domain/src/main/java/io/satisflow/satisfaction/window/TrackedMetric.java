package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.metric.Metric;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A metric, where it is kept and where it should be.
 *
 * @param from the shortest window it is kept in: what is asked rarely says nothing in a short one
 * @param target in the metric's own unit; null when none is set
 */
public record TrackedMetric(
        Metric metric, Duration from, @Nullable ScoreTarget target) implements Serializable {

    public boolean isKeptIn(RollingWindow window) {
        return window.length().compareTo(from) >= 0;
    }

    public TrackedMetric withTarget(@Nullable ScoreTarget other) {
        return new TrackedMetric(metric, from, other);
    }
}
