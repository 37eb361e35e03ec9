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
 * committed at once, all that follow it once an interval.
 */
final class CommitPacer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitPacer.class);
    /** What belongs together is written within some milliseconds. */
    private static final long TOGETHER_MILLIS = 30;

    private final long intervalNanos;
    private final ScheduledExecutorService turns;
    private final AutoCloseable wishes;
    private final Map<String, Turn> jobs = new HashMap<>();

    /** @param interval at least, from one checkpoint of a job to its next */
    CommitPacer(Duration interval) {
        this.intervalNanos = interval.toNanos();
        this.turns = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "commits");
            thread.setDaemon(true);
            return thread;
        });
        this.wishes = CommitWishes.heardBy(this::wish);
    }

    private static final class Turn {
        private final Supplier<CompletableFuture<?>> checkpoint;
        private long beganAt;
        private boolean isWished;
        private boolean isBusy;
        private boolean isOver;

        Turn(Supplier<CompletableFuture<?>> checkpoint, long beganAt) {
            this.checkpoint = checkpoint;
            this.beganAt = beganAt;
        }
    }

    /** @param checkpoint begins one; it is done when that is complete */
    synchronized void add(String job, Supplier<CompletableFuture<?>> checkpoint) {
        jobs.put(job, new Turn(checkpoint, System.nanoTime() - intervalNanos));
        wish(job);
    }

    private synchronized void wish(String job) {
        Turn turn = jobs.get(job);
        if (turn != null) {
            turn.isWished = true;
            proceed(turn);
        }
    }

    private void proceed(Turn turn) {
        if (turn.isWished && !turn.isBusy && !turn.isOver && !turns.isShutdown()) {
            turn.isBusy = true;
            long wait = turn.beganAt + intervalNanos - System.nanoTime();
            turns.schedule(
                    () -> begin(turn),
                    Math.max(TimeUnit.MILLISECONDS.toNanos(TOGETHER_MILLIS), wait),
                    TimeUnit.NANOSECONDS);
        }
    }

    private void begin(Turn turn) {
        synchronized (this) {
            turn.beganAt = System.nanoTime();
            turn.isWished = false;
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
        turns.shutdownNow();
    }
}
