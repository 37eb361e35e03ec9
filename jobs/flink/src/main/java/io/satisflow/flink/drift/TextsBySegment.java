package io.satisflow.flink.drift;

import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.Sentiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/** Tells every scored text to the segments that it belongs to. */
final class TextsBySegment implements FlatMapFunction<ScoredFeedback, DriftArrival> {
    /** A text that speaks of more than these says little of each. */
    private static final int ASPECTS = 3;

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
        List<Segment> own = segments.apply(scored);
        Map<Segment, List<String>> parts = new HashMap<>();
        own.forEach(segment -> segment.parents()
                .forEach(part -> parts.computeIfAbsent(part.whole(), whole -> new ArrayList<>())
                        .add(part.name())));
        List<String> aspects = scored.aspects().stream()
                .map(Aspect::name)
                .distinct()
                .limit(ASPECTS)
                .toList();
        for (Segment segment : own) {
            CustomerText text = new CustomerText(
                    feedback.channel() + "/" + feedback.id(),
                    scored.knownAt(),
                    sentiment.score(),
                    feedback.text(),
                    parts.getOrDefault(segment, List.of()),
                    aspects);
            out.collect(DriftArrival.of(segment, text));
        }
    }
}
