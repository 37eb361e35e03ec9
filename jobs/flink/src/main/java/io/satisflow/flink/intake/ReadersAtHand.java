package io.satisflow.flink.intake;

import io.satisflow.flink.quiet.HeardRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Those who read files and the like into raw topics in the process in which intake's clock runs, as in the embedded engine.
 * On a cluster there are none.
 */
public final class ReadersAtHand {
    private static final Set<Reader> READERS = ConcurrentHashMap.newKeySet();

    /** What a record sets off is said within some steps of the shortest window. */
    private static final Duration QUIET_AFTER = Duration.ofSeconds(15);

    private ReadersAtHand() {}

    /** Brings what it reads into raw topics, and is asked whether it has. */
    public interface Reader {
        /**
         * Says whether what is there at the moment of the call has come into the raw topics. What comes later is not waited
         * for: there may always be more.
         */
        BooleanSupplier delivery();

        /**
         * Up to which moment all that was there has come into the raw topics, in epoch milliseconds; {@link Long#MIN_VALUE}
         * before the first, {@link Long#MAX_VALUE} where nothing is waited for.
         */
        long deliveredUntil();

        /** Since when those who write from elsewhere could have come back. */
        Instant listeningSince();
    }

    /** Lets the clock wait for a reader after a pause, until the result is closed. */
    public static AutoCloseable waitFor(Reader reader) {
        READERS.add(reader);
        return () -> READERS.remove(reader);
    }

    static BooleanSupplier delivery() {
        List<BooleanSupplier> deliveries =
                READERS.stream().map(Reader::delivery).toList();
        return () -> deliveries.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    /** What all of them have brought; {@link Long#MAX_VALUE} where there is none. */
    static long deliveredUntil() {
        return READERS.stream().mapToLong(Reader::deliveredUntil).min().orElse(Long.MAX_VALUE);
    }

    /** The latest time at which one began to listen; the other one where there is none. */
    static long listeningSince(long other) {
        return READERS.stream()
                .mapToLong(reader -> reader.listeningSince().toEpochMilli())
                .max()
                .orElse(other);
    }

    /** Whether nothing came in for a while. On a cluster nobody knows, since records may come in elsewhere. */
    static boolean isQuiet() {
        return !READERS.isEmpty() && HeardRecords.noneFor(QUIET_AFTER);
    }
}
