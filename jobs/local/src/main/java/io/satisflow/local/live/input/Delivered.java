package io.satisflow.local.live.input;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Up to which moment all that an input held has come to the broker. Records of an input are acknowledged in their order, since all
 * of them go to one partition, so they need only be counted.
 */
final class Delivered {
    private static final long NONE = Long.MIN_VALUE;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private long until = NONE;
    /** A moment at which all had been read, and how many records that were; one at a time is waited for. */
    private long awaited = NONE;

    private long awaitedRecords;

    void sending() {
        sent.incrementAndGet();
    }

    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    /** All that was there at this moment has been read and sent. */
    synchronized void hasReadAllOf(long epochMillis) {
        settle();
        if (awaited == NONE) {
            awaited = epochMillis;
            awaitedRecords = sent.get();
            settle();
        }
    }

    /** Epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
    synchronized long until() {
        settle();
        return until;
    }

    private void settle() {
        if (awaited != NONE && acknowledged.get() >= awaitedRecords) {
            until = Math.max(until, awaited);
            awaited = NONE;
        }
    }
}
