package io.satisflow.flink.delivery;

import io.satisflow.hook.queue.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Where a receiver's queue stands. Numbers count notifications in the order in which they came. Times are epoch
 * milliseconds of the wall clock.
 *
 * @param first the one to deliver next
 * @param end the number that the next to come will have
 * @param attempts how often the head of the queue has been tried
 * @param underway an attempt was begun, and how it ended is not known yet
 * @param notBefore when to try again at the earliest
 * @param wakeAt the timer that is set; null for none
 * @param usedUntil until when the messages that were sent have used up the receiver's rate; null for long ago
 * @param batch how the head is tried; null when it has not been
 * @param batchSize of how many notifications that batch is
 */
public record LedgerState(
        long first,
        long end,
        int attempts,
        boolean underway,
        long notBefore,
        @Nullable Long wakeAt,
        @Nullable Long usedUntil,
        Batch.@Nullable Kind batch,
        @Nullable Integer batchSize) {
    static final LedgerState EMPTY = new LedgerState(0, 0, 0, false, 0, null, null, null, null);

    int length() {
        return (int) Math.min(end - first, Integer.MAX_VALUE);
    }

    boolean isEmpty() {
        return first == end;
    }

    long rateUsedUntil() {
        return usedUntil == null ? 0 : usedUntil;
    }

    /** The batch that was tried last; null when the head has not been tried. */
    @Nullable
    Batch tried() {
        return batch == null || batchSize == null ? null : new Batch(batch, batchSize);
    }

    LedgerState added() {
        return new LedgerState(first, end + 1, attempts, underway, notBefore, wakeAt, usedUntil, batch, batchSize);
    }

    LedgerState wakingAt(@Nullable Long time) {
        return new LedgerState(first, end, attempts, underway, notBefore, time, usedUntil, batch, batchSize);
    }

    LedgerState trying(Batch next, long rateUsedUntil) {
        int before = next.equals(tried()) ? attempts : 0;
        return new LedgerState(
                first, end, before + 1, true, notBefore, wakeAt, rateUsedUntil, next.kind(), next.size());
    }

    /** How the attempt ended will never be known. */
    LedgerState lost() {
        return new LedgerState(first, end, attempts, false, notBefore, wakeAt, usedUntil, batch, batchSize);
    }

    LedgerState failed(long tryAgainAt) {
        return new LedgerState(first, end, attempts, false, tryAgainAt, wakeAt, usedUntil, batch, batchSize);
    }

    LedgerState done(int count) {
        return new LedgerState(first + count, end, 0, false, 0, wakeAt, usedUntil, null, null);
    }
}
