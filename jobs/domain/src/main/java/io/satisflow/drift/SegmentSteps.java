package io.satisflow.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Steps that have become known, put in order. A step counts once, as it was first known: what came of it has been told, so
 * a correction with a later as_of, and a step from before the last, change nothing any more and are only counted.
 *
 * @param steps in order of time
 * @param later arrivals that may not be used yet
 * @param corrections how many arrivals came for a step that had been used, or passed over
 */
public record SegmentSteps(List<SegmentStep> steps, List<StepArrival> later, int corrections) {

    /**
     * @param usedTo end of the last step used; null before the first
     * @param now arrivals known until then are used
     */
    public static SegmentSteps due(Collection<StepArrival> arrivals, @Nullable Instant usedTo, Instant now) {
        List<StepArrival> later = new ArrayList<>();
        Map<Instant, List<StepArrival>> byEnd = new TreeMap<>();
        int corrections = 0;
        for (StepArrival arrival :
                arrivals.stream().sorted(StepArrival.IN_ORDER_KNOWN).toList()) {
            if (arrival.asOf().isAfter(now)) {
                later.add(arrival);
            } else if (usedTo != null && !arrival.to().isAfter(usedTo)) {
                corrections++;
            } else {
                byEnd.computeIfAbsent(arrival.to(), end -> new ArrayList<>()).add(arrival);
            }
        }
        List<SegmentStep> steps = byEnd.values().stream()
                .flatMap(step -> SegmentStep.of(step).stream())
                .toList();
        return new SegmentSteps(steps, later, corrections);
    }
}
