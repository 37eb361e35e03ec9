package io.satisflow.flink.intake;

import java.util.Arrays;

/** The last delays, in milliseconds. Metrics are read by another thread. */
final class RecentDelays {
    static final double NEARLY_ALL = 0.99;
    private static final int REMEMBERED = 1000;

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
