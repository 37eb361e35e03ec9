package io.satisflow.satisfaction.window;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

/**
 * A window that always reaches from a step back over its length. Steps lie on multiples of {@code step} since 1970, UTC.
 *
 * @param name as people write it, such as 5m, 1h or 24h
 * @param length a multiple of the step
 * @param pace which of its steps are told, and to whom
 */
public record RollingWindow(String name, Duration length, Duration step, TellingPace pace) implements Serializable {

    /** @throws IllegalArgumentException when the length is no multiple of the step */
    public RollingWindow {
        if (length.toMillis() % step.toMillis() != 0) {
            throw new IllegalArgumentException("the window %s is no whole number of steps of %s; change one of them"
                    .formatted(name, step.toString().substring(2).toLowerCase(Locale.ROOT)));
        }
    }

    /** One of which each step is told to everybody. */
    public RollingWindow(String name, Duration length, Duration step) {
        this(name, length, step, new TellingPace(step, step, 1));
    }

    public long lengthMillis() {
        return length.toMillis();
    }

    public long stepMillis() {
        return step.toMillis();
    }
}
