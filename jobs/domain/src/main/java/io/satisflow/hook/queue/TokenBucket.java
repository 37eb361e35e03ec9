package io.satisflow.hook.queue;

import io.satisflow.hook.HookRate;

/**
 * Keeps a receiver's rate: some messages at once, then one a pause. All there is to remember is until when the messages
 * that were sent have used up the rate (the generic cell rate algorithm).
 */
public final class TokenBucket {
    private final long pauseMillis;
    private final int burst;

    public TokenBucket(HookRate rate) {
        this.pauseMillis = rate.pause().toMillis();
        this.burst = rate.burst();
    }

    /** When the next message may go at the earliest, epoch milliseconds. */
    public long next(long usedUntil) {
        return usedUntil - (burst - 1) * pauseMillis;
    }

    /** How many messages may go now. */
    public int available(long usedUntil, long now) {
        long ahead = Math.max(0, usedUntil - now);
        return (int) Math.max(0, burst - (ahead + pauseMillis - 1) / pauseMillis);
    }

    /** What there is to remember once a message goes. */
    public long use(long usedUntil, long now) {
        return Math.max(usedUntil, now) + pauseMillis;
    }
}
