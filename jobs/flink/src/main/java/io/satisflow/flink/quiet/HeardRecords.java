package io.satisflow.flink.quiet;

import java.time.Duration;

/** When a record was last read from a topic in this process; marks are none. */
public final class HeardRecords {
    private static volatile long heardAt = System.nanoTime();

    private HeardRecords() {}

    public static void hear() {
        heardAt = System.nanoTime();
    }

    /** Whether none was read for so long. */
    public static boolean noneFor(Duration time) {
        return System.nanoTime() - heardAt > time.toNanos();
    }
}
