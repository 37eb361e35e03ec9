package io.satisflow.local.live.input;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps one input going. A file that cannot be read for a while is told of once and tried again. */
final class InputThread {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    /** What cannot be read for longer is not there to be read, and holds nobody's time up. */
    private static final long LONGEST_UNREADABLE = Duration.ofMinutes(1).toMillis();

    private final LiveInput input;
    private final InputReader reader;
    private final Consumer<String> notices;
    private final Thread thread;
    private final Delivered delivered;
    private final LongSupplier clock;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean caughtUp;
    private volatile boolean stopped;
    private String toldLast = "";
    private long readableAt = Long.MIN_VALUE / 2;

    /**
     * @param delivered of what the reader sends
     * @param clock epoch milliseconds of the wall clock
     */
    InputThread(
            LiveInput input, InputReader reader, Delivered delivered, LongSupplier clock, Consumer<String> notices) {
        this.input = input;
        this.reader = reader;
        this.delivered = delivered;
        this.clock = clock;
        this.notices = notices;
        this.thread = new Thread(this::run, "input " + input.name());
        thread.setDaemon(true);
        thread.start();
    }

    long lines() {
        return lines.get();
    }

    /** Whether there was nothing more to read when it looked last; standard input is never waited for. */
    boolean hasCaughtUp() {
        return caughtUp || input.file().isEmpty();
    }

    /**
     * Up to which moment all that was in the file has come to the broker, in epoch milliseconds. Nobody knows what is in a pipe, so
     * standard input is always at the newest.
     */
    long deliveredUntil() {
        return input.file().isEmpty() ? Long.MAX_VALUE : delivered.until();
    }

    void requireRunning() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    /** Lets it finish what it is at; a thread that waits for standard input is left to itself. */
    void stop() throws InterruptedException {
        stopped = true;
        if (input.file().isPresent()) {
            thread.join(LONGEST_END.toMillis());
        }
    }

    private void run() {
        try {
            while (!stopped && !reader.isAtEnd()) {
                long looksAt = clock.getAsLong();
                int passedOn = advance(looksAt);
                lines.addAndGet(passedOn);
                caughtUp = passedOn == 0;
                if (caughtUp) {
                    Thread.sleep(POLL.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.set(e);
        } finally {
            caughtUp = true;
        }
    }

    private int advance(long looksAt) {
        try {
            int passedOn = reader.advance();
            readableAt = looksAt;
            if (reader.hasReadAll()) {
                delivered.hasReadAllOf(looksAt);
            }
            if (reader.isAtEnd()) {
                tell("%s for channel %s has ended.".formatted(input.name(), input.channel()));
            }
            return passedOn;
        } catch (IOException e) {
            tell("%s cannot be read (%s); trying again."
                    .formatted(input.name(), e.getClass().getSimpleName()));
            if (looksAt - readableAt > LONGEST_UNREADABLE) {
                delivered.hasReadAllOf(looksAt);
            }
            return 0;
        }
    }

    private void tell(String notice) {
        if (!notice.equals(toldLast)) {
            notices.accept(notice);
            toldLast = notice;
        }
    }
}
