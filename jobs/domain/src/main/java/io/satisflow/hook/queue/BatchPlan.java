package io.satisflow.hook.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the head of a queue: one message, one of many, or a word that it comes too late.
 *
 * @param digests whether several notifications may become one message
 * @param digestLines how many alerts one message can mention
 * @param staleAfter how old a notification may be and still be posted on its own
 */
public record BatchPlan(boolean digests, int digestLines, Duration staleAfter) {
    /** Worth waiting for, even one by one. */
    private static final int FEW = 3;

    private static final int MOST_ONE_BY_ONE = 10;
    private static final int MOST_OVERDUE = 2000;
    private static final int MOST_IN_DIGEST = 500;

    /** What waits, by its place from the head. */
    public interface Waiting {
        /** In event time. */
        Instant at(int place) throws Exception;

        int alerts(int place) throws Exception;

        /** Whether all that goes on in it is said to be over by something behind it. */
        boolean isOvertaken(int place) throws Exception;
    }

    /**
     * @param tried the batch that was tried last, which may have arrived; null when nothing was tried
     * @param length of the queue, at least 1
     * @param available how many messages the rate allows now
     */
    public Batch next(Waiting waiting, @Nullable Batch tried, int length, int available, Instant now) throws Exception {
        int overdue = overdue(waiting, length, now);
        if (tried != null && tried.size() <= length && (overdue == 0 || tried.kind() == Batch.Kind.OVERDUE)) {
            // Under its name it may have arrived, so it is tried as it was.
            return tried;
        }
        if (overdue > 0) {
            return new Batch(Batch.Kind.OVERDUE, overdue);
        }
        // Even where the rate allows them, nobody reads the many messages of an outage one by one.
        boolean tooMany = length > Math.min(Math.max(available, FEW), MOST_ONE_BY_ONE);
        return digests && tooMany ? digest(waiting, length) : Batch.single();
    }

    private int overdue(Waiting waiting, int length, Instant now) throws Exception {
        int count = 0;
        while (count < Math.min(length, MOST_OVERDUE) && isStale(waiting, count, now)) {
            count++;
        }
        return count;
    }

    private boolean isStale(Waiting waiting, int place, Instant now) throws Exception {
        return waiting.at(place).plus(staleAfter).isBefore(now) || waiting.isOvertaken(place);
    }

    private Batch digest(Waiting waiting, int length) throws Exception {
        int lines = waiting.alerts(0);
        int count = 1;
        while (count < Math.min(length, MOST_IN_DIGEST) && lines + waiting.alerts(count) <= digestLines) {
            lines += waiting.alerts(count);
            count++;
        }
        return count == 1 ? Batch.single() : new Batch(Batch.Kind.DIGEST, count);
    }
}
