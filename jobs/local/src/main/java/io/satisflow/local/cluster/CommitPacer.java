package io.satisflow.local.cluster;

import io.satisflow.flink.quiet.CommitWishes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a job complete a checkpoint when it has written something, and not when it has not. The first record after a silence is
 * committed at once, all that follow it once an interval, and the last word of a job at once again.
 */
final class CommitPacer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitPacer.class);
    /** What belongs together is written within some milliseconds. */
    private static final long TOGETHER_NANOS = 30_000_000;

    private final ScheduledExecutorService turns;
    private final AutoCloseable wishes;
    private final Map<String, Turn> jobs = new HashMap<>();

    CommitPacer() {
        this.turns = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "commits");
            thread.setDaemon(true);
            return thread;
        });
        this.wishes = CommitWishes.heardBy(new CommitWishes.Listener() {
            @Override
            public void wish(String job) {
                wished(job, false);
            }

            @Override
            public void wishAtOnce(String job) {
                wished(job, true);
            }
        });
    }

    private static final class Turn {
        private final Supplier<CompletableFuture<?>> checkpoint;
        private final CommitPace pace;
        private final long addedAt = System.nanoTime();
        private @Nullable Beginning next;
        private @Nullable Long beganAt;
        private boolean isWished;
        private boolean isUrgent;
        private boolean isBusy;
        private boolean isOver;

        Turn(CommitPace pace, Supplier<CompletableFuture<?>> checkpoint) {
            this.pace = pace;
            this.checkpoint = checkpoint;
        }

        /** How long it waits for its turn. */
        long nanosFrom(long now) {
            if (isUrgent || beganAt == null) {
                return TOGETHER_NANOS;
            }
            long interval = pace.interval(Duration.ofNanos(now - addedAt)).toNanos();
            return Math.max(TOGETHER_NANOS, beganAt + interval - now);
        }
    }

    /**
     * The beginning of a turn, at its time. One that another one was put before may run already, so it is not called off: it finds
     * that it is not the next one any more.
     */
    private static final class Beginning {
        private final long at;

        Beginning(long at) {
            this.at = at;
        }

        boolean isBefore(long nanoTime) {
            return at - nanoTime <= 0;
        }
    }

    /** @param checkpoint begins one; it is done when that is complete */
    synchronized void add(String job, CommitPace pace, Supplier<CompletableFuture<?>> checkpoint) {
        jobs.put(job, new Turn(pace, checkpoint));
        wished(job, false);
    }

    private synchronized void wished(String job, boolean atOnce) {
        Turn turn = jobs.get(job);
        if (turn != null) {
            turn.isWished = true;
            turn.isUrgent |= atOnce;
            proceed(turn);
        }
    }

    private void proceed(Turn turn) {
        if (!turn.isWished || turn.isBusy || turn.isOver || turns.isShutdown()) {
            return;
        }
        long now = System.nanoTime();
        long wait = turn.nanosFrom(now);
        if (turn.next != null && turn.next.isBefore(now + wait)) {
            return;
        }
        Beginning next = new Beginning(now + wait);
        turn.next = next;
        turns.schedule(() -> begin(turn, next), wait, TimeUnit.NANOSECONDS);
    }

    private void begin(Turn turn, Beginning beginning) {
        synchronized (this) {
            if (turn.next != beginning || turn.isOver) {
                return;
            }
            turn.next = null;
            turn.beganAt = System.nanoTime();
            turn.isBusy = true;
            turn.isWished = false;
            turn.isUrgent = false;
        }
        try {
            turn.checkpoint.get().whenComplete((done, failure) -> end(turn, failure));
        } catch (RuntimeException e) {
            end(turn, e);
        }
    }

    /** What a checkpoint that failed should have committed is wished for by nobody else. */
    private synchronized void end(Turn turn, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.debug("No checkpoint; it is tried again", failure);
            turn.isWished = true;
        }
        turn.isBusy = false;
        proceed(turn);
    }

    /** Jobs that have been told to end take no more checkpoints. */
    synchronized void clear() {
        jobs.values().forEach(turn -> turn.isOver = true);
        jobs.clear();
    }

    @Override
    public void close() throws Exception {
        wishes.close();
        synchronized (this) {
            turns.shutdownNow();
        }
    }
}
