package io.satisflow.flink.drift;

import io.satisflow.drift.StepArrival;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.segment.Segment;
import org.jspecify.annotations.Nullable;

/** Something told to a segment: a step, of its own or of a part of it, or else a text. */
public record DriftArrival(
        Segment segment,
        @Nullable StepArrival step,
        @Nullable CustomerText text) {

    static DriftArrival of(StepArrival step) {
        return new DriftArrival(step.segment(), step, null);
    }

    String segmentKey() {
        return segment.key();
    }
}
