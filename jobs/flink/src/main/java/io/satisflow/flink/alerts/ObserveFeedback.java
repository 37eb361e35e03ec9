package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.FeedbackObservations;
import io.satisflow.alerts.observation.HeardFeedback;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Rating;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** What the rules see in single feedback. */
record ObserveFeedback(FeedbackObservations observations) implements FlatMapFunction<ScoredFeedback, Observation> {
    private static final String NOT_SCORED = "not_scored";

    @Override
    public void flatMap(ScoredFeedback scored, Collector<Observation> out) {
        observations.of(heard(scored)).forEach(out::collect);
    }

    private static HeardFeedback heard(ScoredFeedback scored) {
        Feedback feedback = scored.getFeedback();
        Map<String, String> facts = new TreeMap<>();
        feedback.getAttributes().forEach((name, value) -> facts.put("attributes." + name, value));
        put(facts, "channel", feedback.getChannel());
        put(facts, "kind", feedback.getKind());
        put(facts, "grade", feedback.getGrade());
        put(facts, "language", feedback.getLanguage());
        put(facts, "customer", feedback.getCustomer());
        Map<String, Double> ratings = new TreeMap<>();
        for (Rating rating : feedback.getRatings()) {
            ratings.merge(rating.getQuestion(), rating.getValue(), Math::min);
        }
        Sentiment sentiment = scored.getSentiment();
        boolean hasScore = sentiment != null && !NOT_SCORED.equals(sentiment.getLabel());
        return new HeardFeedback(
                feedback.getChannel(),
                feedback.getId(),
                feedback.getKnownAt(),
                facts,
                ratings,
                feedback.getText(),
                hasScore ? Double.valueOf(sentiment.getScore()) : null);
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
