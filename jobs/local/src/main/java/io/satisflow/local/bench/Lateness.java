package io.satisflow.local.bench;

import java.util.Arrays;

/** How late breaches were told: in event time, and behind the moment at which their time had come. */
public final class Lateness {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] lags = new long[1024];
    private int count;
    private long eventTimeMillis;

    public void add(long millis, long lagNanos) {
        if (count == lags.length) {
            lags = Arrays.copyOf(lags, 2 * count);
        }
        lags[count++] = lagNanos;
        eventTimeMillis = Math.max(eventTimeMillis, millis);
    }

    public long count() {
        return count;
    }

    /** The latest that any was told in event time; 0 when each was told at its very millisecond. */
    public long eventTimeMillis() {
        return eventTimeMillis;
    }

    public double lagMillis(double quantile) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(lags, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.round(quantile * (count - 1)))] / NANOS_PER_MILLI;
    }
}
