package io.satisflow.flink.drift;

import io.satisflow.drift.Verbatims;
import io.satisflow.segment.Segment;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/** Tells every scored text to the segments that it belongs to. */
final class TextsBySegment implements FlatMapFunction<ScoredFeedback, DriftArrival> {
    private static final String NOT_SCORED = "not_scored";

    private final SerializableFunction<ScoredFeedback, List<Segment>> segments;

    TextsBySegment(SerializableFunction<ScoredFeedback, List<Segment>> segments) {
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
        segments.apply(scored).forEach(segment -> out.collect(new DriftArrival(segment, null, text)));
    }
}
