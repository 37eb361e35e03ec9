package io.satisflow.flink.drift;

import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.segment.Segment;
import io.satisflow.wire.Aspect;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/** Tells every scored text to the segments that it belongs to. */
final class TextsBySegment implements FlatMapFunction<ScoredFeedback, DriftArrival> {
    private static final String NOT_SCORED = "not_scored";

    /** A text that speaks of more than these says little of each. */
    private static final int ASPECTS = 3;

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
        List<Segment> own = segments.apply(scored);
        Map<Segment, List<String>> parts = new HashMap<>();
        own.forEach(segment -> segment.parents()
                .forEach(part -> parts.computeIfAbsent(part.whole(), whole -> new ArrayList<>())
                        .add(part.name())));
        own.forEach(segment -> out.collect(new DriftArrival(
                segment, null, text(scored, feedback.getText(), parts.getOrDefault(segment, List.of())))));
    }

    private static CustomerText text(ScoredFeedback scored, String text, List<String> parts) {
        Feedback feedback = scored.getFeedback();
        return new CustomerText(
                feedback.getChannel() + "/" + feedback.getId(),
                feedback.getKnownAt(),
                scored.getSentiment().getScore(),
                text,
                parts,
                scored.getAspects().stream()
                        .map(Aspect::getName)
                        .distinct()
                        .limit(ASPECTS)
                        .toList());
    }
}
