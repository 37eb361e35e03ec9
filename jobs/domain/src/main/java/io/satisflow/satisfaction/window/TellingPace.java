package io.satisflow.satisfaction.window;

import java.io.Serializable;
import java.time.Duration;

/**
 * How often a window that changes all the time is told. It moves by its step whatever is told, so that a row is exact and the
 * first change after a pause is told at once. Both are multiples of the window's step, and told on multiples since 1970.
 *
 * @param steps to those who draw it
 * @param present to those who watch it
 * @param answers that change it sooner, when so many have come since those who watch it were told
 */
public record TellingPace(Duration steps, Duration present, long answers) implements Serializable {

    boolean isStep(long step) {
        return step % steps.toMillis() == 0;
    }

    /** The first of the steps that are told, at this time or later. */
    long nextStep(long time) {
        return next(time, steps);
    }

    /** @param told when those who watch it were told last */
    boolean isPresent(long step, long told) {
        long pace = present.toMillis();
        return step % pace == 0 || told < Math.floorDiv(step, pace) * pace;
    }

    /** When those who watch it are told in any case, at this time or later. */
    long nextPresent(long time) {
        return next(time, present);
    }

    private static long next(long time, Duration pace) {
        return -Math.floorDiv(-time, pace.toMillis()) * pace.toMillis();
    }
}
