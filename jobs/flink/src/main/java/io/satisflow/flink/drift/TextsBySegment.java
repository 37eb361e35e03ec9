package io.satisflow.flink.drift;

import io.satisflow.drift.Verbatims;
import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.Sentiment;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/** Tells every scored text to the segments that it belongs to. */
final class TextsBySegment implements FlatMapFunction<ScoredFeedback, DriftArrival> {
    private final SerializableFunction<ScoredFeedback, List<Segment>> segments;

    TextsBySegment(SerializableFunction<ScoredFeedback, List<Segment>> segments) {
        this.segments = segments;
    }

    @Override
    public void flatMap(ScoredFeedback scored, Collector<DriftArrival> out) {
        Feedback feedback = scored.feedback();
        Sentiment sentiment = scored.sentiment();
        if (feedback.text() == null || sentiment == null || !sentiment.isScored()) {
            return;
        }
        Verbatims.Text text = new Verbatims.Text(
                feedback.channel() + "/" + feedback.id(), scored.knownAt(), sentiment.score(), feedback.text());
        segments.apply(scored).forEach(segment -> out.collect(new DriftArrival(segment, null, text)));
    }
}
