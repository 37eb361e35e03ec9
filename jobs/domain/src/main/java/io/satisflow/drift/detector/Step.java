package io.satisflow.drift.detector;

import java.time.Instant;

/**
 * One point of a series. Steps of a series never overlap.
 *
 * @param asOf from when it is known
 * @param standardError how uncertain the value is by the number of its answers alone; 0 when it is not known
 */
public record Step(Instant from, Instant to, Instant asOf, double value, long n, double standardError) {
    public Step withValue(double other) {
        return new Step(from, to, asOf, other, n, standardError);
    }
}
