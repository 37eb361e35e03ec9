package io.satisflow.drift;

import io.satisflow.drift.detector.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known of one step of a segment: what was measured of it, and of its parts.
 *
 * @param own by metric
 * @param parts by the part's name, then by metric
 */
public record SegmentStep(
        Instant from, Instant to, Instant asOf, Map<String, Reading> own, Map<String, Map<String, Reading>> parts) {

    /** Of the arrivals of one step; empty when only parts of the segment have been measured. */
    static Optional<SegmentStep> of(List<StepArrival> arrivals) {
        Map<String, Map<String, Reading>> parts = new TreeMap<>();
        arrivals.forEach(arrival -> {
            if (arrival.part() != null) {
                parts.put(arrival.part(), arrival.readings());
            }
        });
        return arrivals.stream()
                .filter(StepArrival::isOwn)
                .reduce((earlier, later) -> later)
                .map(own -> new SegmentStep(own.from(), own.to(), own.asOf(), own.readings(), parts));
    }

    Optional<Step> measured(String metric) {
        Reading reading = own.get(metric);
        return reading == null || reading.value() == null
                ? Optional.empty()
                : Optional.of(new Step(from, to, asOf, reading.value(), reading.n(), reading.standardError()));
    }

    Map<String, Reading> parts(String metric) {
        Map<String, Reading> readings = new TreeMap<>();
        parts.forEach((part, byMetric) -> {
            Reading reading = byMetric.get(metric);
            if (reading != null && reading.value() != null && reading.n() > 0) {
                readings.put(part, reading);
            }
        });
        return readings;
    }
}
