package io.satisflow.drift;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of one metric in one step.
 *
 * @param value null when nothing was measured
 * @param low the interval that holds the true value in 95 of 100 cases; null when it is not known
 */
public record Reading(
        @Nullable Double value,
        long n,
        @Nullable Double low,
        @Nullable Double high) {
    /** The normal distribution holds 95 % between these multiples of its deviation. */
    static final double WIDTH_OF_95_PERCENT = 1.959964;

    double standardError() {
        return low == null || high == null ? 0 : (high - low) / (2 * WIDTH_OF_95_PERCENT);
    }
}
