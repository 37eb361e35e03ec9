package io.satisflow.flink.drift;

import io.satisflow.drift.StepArrival;
import io.satisflow.drift.verbatim.AspectTexts;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.segment.Segment;
import org.jspecify.annotations.Nullable;

/** Something told to a segment: a step, of its own or of a part of it, texts, or a question about a score of it. */
public record DriftArrival(
        Segment segment,
        @Nullable StepArrival step,
        @Nullable AspectTexts texts,
        @Nullable ScoreQuestion question) {

    static DriftArrival of(StepArrival step) {
        return new DriftArrival(step.segment(), step, null, null);
    }

    static DriftArrival of(Segment segment, AspectTexts texts) {
        return new DriftArrival(segment, null, texts, null);
    }

    static DriftArrival of(ScoreQuestion question) {
        return new DriftArrival(question.segment(), null, null, question);
    }

    String segmentKey() {
        return segment.key();
    }
}
