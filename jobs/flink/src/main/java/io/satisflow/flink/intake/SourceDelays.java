package io.satisflow.flink.intake;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How long a channel's records are under way before the broker has them, as metrics: what {@code intake.disorder} would have
 * to be for nearly none of them to count as late.
 */
final class SourceDelays {
    private static final int REMEMBERED = 1000;
    private static final double NEARLY_ALL = 0.99;
    /** What takes longer is an import of what happened earlier, or a clock that is wrong. */
    private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

    private final MetricGroup metrics;
    private final Map<String, Recent> byChannel = new HashMap<>();

    SourceDelays(MetricGroup metrics) {
        this.metrics = metrics;
    }

    void add(String channel, long occurredAt, long storedAt) {
        long delay = Math.max(0, storedAt - occurredAt);
        if (delay <= LONGEST_MILLIS) {
            byChannel.computeIfAbsent(channel, this::registered).add(delay);
        }
    }

    private Recent registered(String channel) {
        Recent recent = new Recent();
        MetricGroup group = metrics.addGroup("channel", channel);
        group.gauge("sourceDelayMillisP50", (Gauge<Long>) () -> recent.quantile(0.5));
        group.gauge("sourceDelayMillisP99", (Gauge<Long>) () -> recent.quantile(NEARLY_ALL));
        group.gauge("suggestedDisorderSeconds", (Gauge<Long>) recent::suggestedSeconds);
        return recent;
    }

    /** The last delays, in milliseconds. Metrics are read by another thread. */
    private static final class Recent {
        private final long[] delays = new long[REMEMBERED];
        private int count;

        synchronized void add(long delay) {
            delays[count++ % REMEMBERED] = delay;
            // So that the count never overflows while its place in the ring stays.
            count = count == 2 * REMEMBERED ? REMEMBERED : count;
        }

        synchronized long quantile(double part) {
            int n = Math.min(count, REMEMBERED);
            long[] sorted = Arrays.copyOf(delays, n);
            Arrays.sort(sorted);
            return n == 0 ? 0 : sorted[(int) Math.ceil(part * n) - 1];
        }

        long suggestedSeconds() {
            return Math.max(1, (quantile(NEARLY_ALL) + 999) / 1000);
        }
    }
}
