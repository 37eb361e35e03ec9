package io.satisflow.wall.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A metric at the end of a step.
 *
 * @param value null when nothing was measured
 * @param low of the interval that holds the true value in 95 of 100 cases; null when there is none
 */
public record Point(
        Instant to,
        @Nullable Double value,
        long n,
        @Nullable Double low,
        @Nullable Double high) {}
