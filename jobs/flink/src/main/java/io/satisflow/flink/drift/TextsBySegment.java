package io.satisflow.flink.drift;

import io.satisflow.drift.SegmentDimensions;
import io.satisflow.drift.Verbatims;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/** Tells every scored text to the segments that it belongs to. */
final class TextsBySegment implements FlatMapFunction<ScoredFeedback, DriftArrival> {
    private static final String NOT_SCORED = "not_scored";

    private final SerializableFunction<ScoredFeedback, List<Map<String, String>>> segments;

    TextsBySegment(SerializableFunction<ScoredFeedback, List<Map<String, String>>> segments) {
        this.segments = segments;
    }

    @Override
    public void flatMap(ScoredFeedback scored, Collector<DriftArrival> out) {
        Feedback feedback = scored.getFeedback();
        if (feedback.getText() == null
                || scored.getSentiment() == null
                || NOT_SCORED.equals(scored.getSentiment().getLabel())) {
            return;
        }
        Verbatims.Text text = new Verbatims.Text(
                feedback.getChannel() + "/" + feedback.getId(),
                feedback.getKnownAt(),
                scored.getSentiment().getScore(),
                feedback.getText());
        for (Map<String, String> dimensions : segments.apply(scored)) {
            out.collect(new DriftArrival(new SegmentDimensions(dimensions), null, text));
        }
    }
}
