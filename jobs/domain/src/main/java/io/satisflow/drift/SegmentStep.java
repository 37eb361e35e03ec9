package io.satisflow.drift;

import io.satisflow.drift.detector.Step;
import java.time.Duration;
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

    /** Of a count, which is as sure as can be, whatever it is. */
    Optional<Step> counted(String metric) {
        return measured(metric).map(step -> new Step(from, to, asOf, step.value(), 1, 0));
    }

    /** A step in which nothing was counted, as known when this one is. */
    Step nothing(Instant start) {
        return new Step(start, start.plus(Duration.between(from, to)), asOf, 0, 1, 0);
    }

    Map<String, Reading> counts(String metric) {
        Map<String, Reading> counts = parts(metric);
        counts.replaceAll((part, reading) -> new Reading(reading.value(), 1, null, null));
        return counts;
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
