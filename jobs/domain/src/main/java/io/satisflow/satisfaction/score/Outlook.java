package io.satisflow.satisfaction.score;

import java.time.Instant;

/**
 * How much of a period is left.
 *
 * @param end of the period
 * @param passed the share of it that is over, 0 to 1
 */
public record Outlook(Instant end, double passed) {

    /** What the rest has to average for the whole to reach a goal, should as much come as before. */
    double needed(double goal, double value) {
        return (goal - value * passed) / (1 - passed);
    }

    boolean isOpen() {
        return passed > 0 && passed < 1;
    }
}
