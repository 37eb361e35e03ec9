package io.satisflow.local.replay.feed;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How fast a replay goes: as fast as it can, so many times faster than life, or so many rows a second. */
public final class Pace {
    private static final Pattern TIMES = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)x");
    private static final Pattern ROWS = Pattern.compile("(\\d{1,9})/s");
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private final double timesLife;
    private final double rowsPerSecond;
    private @Nullable Instant firstEvent;
    private long rows;
    private long startNanos;

    private Pace(double timesLife, double rowsPerSecond) {
        this.timesLife = timesLife;
        this.rowsPerSecond = rowsPerSecond;
    }

    /**
     * @param text {@code max}, a factor such as {@code 60x}, or rows a second such as {@code 500/s}
     * @throws IllegalArgumentException when it is neither
     */
    public static Pace parse(String text) {
        Matcher times = TIMES.matcher(text);
        Matcher rows = ROWS.matcher(text);
        if (text.equals("max")) {
            return new Pace(NO_LIMIT, NO_LIMIT);
        }
        if (times.matches() && Double.parseDouble(times.group(1)) > 0) {
            return new Pace(Double.parseDouble(times.group(1)), NO_LIMIT);
        }
        if (rows.matches() && Double.parseDouble(rows.group(1)) > 0) {
            return new Pace(NO_LIMIT, Double.parseDouble(rows.group(1)));
        }
        throw new IllegalArgumentException(
                "\"%s\" is not a speed; write max, a factor such as 60x, or rows a second such as 500/s"
                        .formatted(text));
    }

    /** Waits until a row is to be sent; one without a time goes with the row before it. */
    void awaitRow(@Nullable Instant time) throws InterruptedException {
        if (startNanos == 0) {
            startNanos = System.nanoTime();
        }
        sleepUntil(rows++ / rowsPerSecond);
        if (time != null) {
            firstEvent = firstEvent == null ? time : firstEvent;
            sleepUntil((time.toEpochMilli() - firstEvent.toEpochMilli()) / 1000.0 / timesLife);
        }
    }

    private void sleepUntil(double secondsFromStart) throws InterruptedException {
        long toWait = (long) (secondsFromStart * 1000) - (System.nanoTime() - startNanos) / 1_000_000;
        if (toWait > 0) {
            Thread.sleep(toWait);
        }
    }
}
