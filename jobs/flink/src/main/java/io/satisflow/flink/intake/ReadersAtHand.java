package io.satisflow.flink.intake;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Those who read files and the like into raw topics in the process in which intake's clock runs, as in the embedded engine.
 * On a cluster there are none.
 */
public final class ReadersAtHand {
    private static final Set<BooleanSupplier> READERS = ConcurrentHashMap.newKeySet();

    private static final long QUIET_NANOS = Duration.ofMinutes(10).toNanos();

    private static volatile long recordAt = System.nanoTime();

    private ReadersAtHand() {}

    /**
     * Lets the clock wait after a pause until they have caught up, until the result is closed.
     *
     * @param haveCaughtUp whether all that is there is in the raw topics
     */
    public static AutoCloseable waitFor(BooleanSupplier haveCaughtUp) {
        READERS.add(haveCaughtUp);
        return () -> READERS.remove(haveCaughtUp);
    }

    static boolean haveCaughtUp() {
        return READERS.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    /** A record has come in. */
    static void hear() {
        recordAt = System.nanoTime();
    }

    /** Whether nothing came in for a while. On a cluster nobody knows, since records may come in elsewhere. */
    static boolean isQuiet() {
        return !READERS.isEmpty() && System.nanoTime() - recordAt > QUIET_NANOS;
    }
}
