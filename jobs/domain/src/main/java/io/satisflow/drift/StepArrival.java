package io.satisflow.drift;

import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step as measured, told to the segment that it is of, and to each segment that it is a part of.
 *
 * @param segment whom it is told to
 * @param part such as {@code channel=app}; null when it is the segment's own
 * @param asOf from when it is known
 * @param readings by metric
 */
public record StepArrival(
        Segment segment, @Nullable String part, Instant from, Instant to, Instant asOf, Map<String, Reading> readings) {
    static final Comparator<StepArrival> IN_ORDER_KNOWN = Comparator.comparing(StepArrival::asOf)
            .thenComparing(StepArrival::to)
            .thenComparing(arrival -> Objects.requireNonNullElse(arrival.part(), ""));

    public StepArrival {
        readings = readings == null ? Map.of() : new TreeMap<>(readings);
    }

    boolean isOwn() {
        return part == null;
    }
}
