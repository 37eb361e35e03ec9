package io.satisflow.flink.drift;

import io.satisflow.drift.StepArrival;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.segment.Segment;
import org.jspecify.annotations.Nullable;

/** Something told to a segment: a step, of its own or of a part of it, a text, or a question about a score of it. */
public record DriftArrival(
        Segment segment,
        @Nullable StepArrival step,
        @Nullable CustomerText text,
        @Nullable ScoreQuestion question) {

    static DriftArrival of(StepArrival step) {
        return new DriftArrival(step.segment(), step, null, null);
    }

    static DriftArrival of(Segment segment, CustomerText text) {
        return new DriftArrival(segment, null, text, null);
    }

    static DriftArrival of(ScoreQuestion question) {
        return new DriftArrival(question.segment(), null, null, question);
    }

    String segmentKey() {
        return segment.key();
    }
}
