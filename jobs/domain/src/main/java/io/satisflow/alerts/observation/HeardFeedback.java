package io.satisflow.alerts.observation;

import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.sentiment.Sentiment;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A single feedback, as rules look at it.
 *
 * @param knownAt from when it may be used
 * @param facts channel, kind, grade, language, customer, and its attributes as {@code attributes.x}
 * @param ratings by question, in their own unit
 * @param text redacted; null when there is none
 * @param sentiment of the text, -1 to 1; null when it has not been scored
 */
public record HeardFeedback(
        String channel,
        String id,
        Instant knownAt,
        Map<String, String> facts,
        Map<String, Double> ratings,
        @Nullable String text,
        @Nullable Double sentiment) {
    public HeardFeedback {
        facts = new TreeMap<>(facts);
        ratings = new TreeMap<>(ratings);
    }

    public static HeardFeedback of(ScoredFeedback scored) {
        Feedback feedback = scored.feedback();
        Map<String, String> facts = new TreeMap<>();
        feedback.attributes().forEach((name, value) -> facts.put("attributes." + name, value));
        put(facts, "channel", feedback.channel());
        put(facts, "kind", feedback.kind());
        put(facts, "grade", feedback.grade());
        put(facts, "language", feedback.language());
        put(facts, "customer", feedback.customer());
        Map<String, Double> ratings = new TreeMap<>();
        feedback.ratings().forEach(rating -> ratings.merge(rating.question(), rating.value(), Math::min));
        Sentiment sentiment = scored.sentiment();
        return new HeardFeedback(
                feedback.channel(),
                feedback.id(),
                scored.knownAt(),
                facts,
                ratings,
                feedback.text(),
                sentiment != null && sentiment.isScored() ? Double.valueOf(sentiment.score()) : null);
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
