package io.satisflow.flink.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where a receiver's queue stands. Numbers count notifications in the order in which they came.
 *
 * @param first the one to deliver next
 * @param end the number that the next to come will have
 * @param attempts how often the first has been tried
 * @param underway an attempt was begun, and how it ended is not known yet
 * @param notBefore when to try again at the earliest, epoch milliseconds of the wall clock
 * @param wakeAt the timer that is set; null for none
 */
public record LedgerState(
        long first,
        long end,
        int attempts,
        boolean underway,
        long notBefore,
        @Nullable Long wakeAt) {
    static final LedgerState EMPTY = new LedgerState(0, 0, 0, false, 0, null);

    boolean isEmpty() {
        return first == end;
    }

    LedgerState added() {
        return new LedgerState(first, end + 1, attempts, underway, notBefore, wakeAt);
    }

    LedgerState wakingAt(@Nullable Long time) {
        return new LedgerState(first, end, attempts, underway, notBefore, time);
    }

    LedgerState trying() {
        return new LedgerState(first, end, attempts + 1, true, notBefore, wakeAt);
    }

    /** How the attempt ended will never be known. */
    LedgerState lost() {
        return new LedgerState(first, end, attempts, false, notBefore, wakeAt);
    }

    LedgerState failed(long tryAgainAt) {
        return new LedgerState(first, end, attempts, false, tryAgainAt, wakeAt);
    }

    LedgerState done() {
        return new LedgerState(first + 1, end, 0, false, 0, wakeAt);
    }
}
