package io.satisflow.local.replay;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How fast a replay goes: as fast as it can, or so many times faster than life. */
public final class Pace {
    private static final Pattern TIMES = Pattern.compile("(\\d+(?:\\.\\d+)?)x");

    private final double times;
    private @Nullable Instant firstEvent;
    private long startNanos;

    private Pace(double times) {
        this.times = times;
    }

    /**
     * @param text {@code max}, or a factor such as {@code 60x}
     * @throws IllegalArgumentException when it is neither
     */
    public static Pace parse(String text) {
        if (text.equals("max")) {
            return new Pace(Double.POSITIVE_INFINITY);
        }
        Matcher matcher = TIMES.matcher(text);
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a speed; write max, or a factor such as 60x".formatted(text));
        }
        return new Pace(Double.parseDouble(matcher.group(1)));
    }

    /** Waits until an event of this time is to be sent. */
    void await(Instant event) throws InterruptedException {
        if (Double.isInfinite(times)) {
            return;
        }
        if (firstEvent == null) {
            firstEvent = event;
            startNanos = System.nanoTime();
        }
        double millisOfLife = event.toEpochMilli() - firstEvent.toEpochMilli();
        long waitedMillis = (System.nanoTime() - startNanos) / 1_000_000;
        long toWait = (long) (millisOfLife / times) - waitedMillis;
        if (toWait > 0) {
            Thread.sleep(toWait);
        }
    }
}
