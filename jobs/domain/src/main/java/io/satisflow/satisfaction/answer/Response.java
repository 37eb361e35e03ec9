package io.satisflow.satisfaction.answer;

import io.satisflow.feedback.Dimension;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of feedback says of satisfaction.
 *
 * @param sentiment null when there is no text, or none that could be scored
 * @param aspects what the text says of each thing that it speaks of, by the aspect's name
 * @param customer something that is the same for the same customer and for no other; null when nobody knows who it was
 * @param facts what else is known of it: channel, language, kind, grade, and its attributes
 */
public record Response(
        List<Rating> ratings,
        @Nullable TextSentiment sentiment,
        Map<String, TextSentiment> aspects,
        @Nullable String customer,
        Map<String, String> facts) {

    /** The kind of a record that says no more than how much there was of what complaints are counted by, such as orders. */
    public static final String EXPOSURE = "exposure";

    private static final String KIND = "kind";

    /** Of which nothing else is known. */
    public Response(List<Rating> ratings, @Nullable TextSentiment sentiment, Map<String, TextSentiment> aspects) {
        this(ratings, sentiment, aspects, null, Map.of());
    }

    /** Without a word on any aspect. */
    public Response(List<Rating> ratings, @Nullable TextSentiment sentiment) {
        this(ratings, sentiment, Map.of());
    }

    /** Without sentiment where the text is in a language that no scorer knows. */
    public static Response of(ScoredFeedback scored) {
        Sentiment sentiment = scored.sentiment();
        return new Response(
                ratings(scored.feedback()),
                sentiment == null || !sentiment.isScored()
                        ? null
                        : new TextSentiment(sentiment.label(), sentiment.score()),
                aspects(scored),
                scored.feedback().customerIdentity(),
                facts(scored.feedback()));
    }

    /**
     * What channels score by dimension, as ratings without a scale: {@code delivery}, and {@code delivery_expected} where they ask
     * for that.
     */
    public static List<Rating> ratings(List<Dimension> dimensions) {
        List<Rating> ratings = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            ratings.add(new Rating(dimension.name(), dimension.score(), Double.NaN, Double.NaN));
            Double expectation = dimension.expectation();
            if (expectation != null) {
                ratings.add(new Rating(dimension.name() + "_expected", expectation, Double.NaN, Double.NaN));
            }
        }
        return ratings;
    }

    /** Whether it is no word of a customer but a count. */
    public boolean isExposure() {
        return EXPOSURE.equals(facts.get(KIND));
    }

    /** Whether it is of this kind, such as complaint. */
    public boolean isOfKind(String kind) {
        return kind.equals(facts.get(KIND));
    }

    /** What is asked as a question of its own counts as such. */
    private static List<Rating> ratings(Feedback feedback) {
        List<Rating> ratings = new ArrayList<>(feedback.ratings());
        ratings(feedback.dimensions()).stream()
                .filter(rating -> feedback.ratings().stream()
                        .noneMatch(asked -> asked.question().equals(rating.question())))
                .forEach(ratings::add);
        return ratings;
    }

    private static Map<String, String> facts(Feedback feedback) {
        Map<String, String> facts = new HashMap<>(feedback.attributes());
        facts.put("channel", feedback.channel());
        putUnlessNull(facts, "language", feedback.language());
        putUnlessNull(facts, "kind", feedback.kind());
        putUnlessNull(facts, "grade", feedback.grade());
        return facts;
    }

    private static void putUnlessNull(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static Map<String, TextSentiment> aspects(ScoredFeedback scored) {
        Map<String, TextSentiment> aspects = new HashMap<>();
        for (Aspect aspect : scored.aspects()) {
            if (aspect.label() != SentimentLabel.NOT_SCORED) {
                aspects.put(aspect.name(), new TextSentiment(aspect.label(), aspect.score()));
            }
        }
        return aspects;
    }
}
