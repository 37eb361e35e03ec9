package io.satisflow.local.replay.feed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** For each row of a file that is fed as it stands: the latest time at or before which neither it nor a later row occurred. */
final class PassedTimes {
    private static final int FIRST_SIZE = 1024;

    private long[] times = new long[FIRST_SIZE];
    private int size;
    private boolean isReady;

    /** @param time null for a row without one, which says nothing */
    void add(@Nullable Long time) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
        }
        times[size++] = time == null ? Long.MAX_VALUE : time - 1;
    }

    long before(int row) {
        if (!isReady) {
            for (int i = size - 2; i >= 0; i--) {
                times[i] = Math.min(times[i], times[i + 1]);
            }
            isReady = true;
        }
        // Behind the last row with a time there is nothing to promise.
        return times[row] == Long.MAX_VALUE ? Long.MIN_VALUE : times[row];
    }
}
