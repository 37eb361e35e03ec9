package io.satisflow.drift.signal;

import io.satisflow.drift.detector.Direction;
import io.satisflow.segment.Segment;
import java.time.Instant;

/**
 * How a score stands while its drift lasts: its last step.
 *
 * @param from start of the step
 * @param to its end
 * @param at from when it is known
 * @param value in the metric's own unit
 * @param n answers of the step
 */
public record LastingDrift(
        Segment segment,
        String metric,
        Direction direction,
        Instant from,
        Instant to,
        Instant at,
        double value,
        long n) {}
