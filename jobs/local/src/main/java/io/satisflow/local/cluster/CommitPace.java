package io.satisflow.local.cluster;

import java.time.Duration;

/**
 * How often a job commits what it writes. Each time costs a flush of its state, a transaction in every topic and the messages for
 * both.
 *
 * @param first from one checkpoint to the next, when the job has just begun
 * @param most however long it has worked
 * @param flush how long a record may wait in a buffer for more; zero for not at all
 */
public record CommitPace(Duration first, Duration most, Duration flush) {
    /** Of all that a job has done so far, what a crash may undo at most. */
    private static final int PART = 10;

    /**
     * Of a job that may have nothing to do, and that somebody waits for: with buffers a thread of each task would look for records
     * to send fifty times a second, and what is due passes six exchanges. Where the next task is busy, a record waits for it in any
     * case.
     */
    public static final CommitPace LIVE = new CommitPace(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO);

    /** Of a job that computes as fast as it can, and whose last rows are what is waited for. */
    public static final CommitPace BATCH =
            new CommitPace(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(20));

    /** @param worked since the job began */
    Duration interval(Duration worked) {
        Duration wanted = worked.dividedBy(PART);
        return wanted.compareTo(first) < 0 ? first : wanted.compareTo(most) > 0 ? most : wanted;
    }
}
