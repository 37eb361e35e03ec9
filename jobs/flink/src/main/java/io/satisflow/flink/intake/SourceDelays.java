package io.satisflow.flink.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How long a channel's records are under way before the broker has them, as metrics: what {@code intake.disorder} would have
 * to be for nearly none of them to count as late.
 */
final class SourceDelays {
    /** What takes longer is an import of what happened earlier, or a clock that is wrong. */
    private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

    private final MetricGroup metrics;
    private final Map<String, RecentDelays> byChannel = new HashMap<>();

    SourceDelays(MetricGroup metrics) {
        this.metrics = metrics;
    }

    void add(String channel, long occurredAt, long storedAt) {
        long delay = Math.max(0, storedAt - occurredAt);
        if (delay <= LONGEST_MILLIS) {
            byChannel.computeIfAbsent(channel, this::registered).add(delay);
        }
    }

    private RecentDelays registered(String channel) {
        RecentDelays recent = new RecentDelays();
        MetricGroup group = metrics.addGroup("channel", channel);
        group.gauge("sourceDelayMillisP50", (Gauge<Long>) () -> recent.quantile(0.5));
        group.gauge("sourceDelayMillisP99", (Gauge<Long>) () -> recent.quantile(RecentDelays.NEARLY_ALL));
        group.gauge("suggestedDisorderSeconds", (Gauge<Long>) recent::suggestedSeconds);
        return recent;
    }
}
