package io.satisflow.alerts.rule;

import java.io.Serializable;
import java.time.Duration;

/**
 * When an alert that comes and goes is told as one that does, and counts as firing until it is calm.
 *
 * @param starts so many
 * @param within so long
 * @param calm how long it must be over before it is resolved
 */
public record Flapping(int starts, Duration within, Duration calm) implements Serializable {
    /** Five starts in an hour; calm after a quarter of an hour. */
    public static final Flapping DEFAULT = new Flapping(5, Duration.ofHours(1), Duration.ofMinutes(15));

    public Flapping {
        if (starts < 2 || within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException(
                    "Expected at least 2 starts within some time, but was %d within %s".formatted(starts, within));
        }
    }
}
