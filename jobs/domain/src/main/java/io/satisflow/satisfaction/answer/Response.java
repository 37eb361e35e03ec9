package io.satisflow.satisfaction.answer;

import io.satisflow.feedback.Rating;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of feedback says of satisfaction.
 *
 * @param sentiment null when there is no text, or none that could be scored
 * @param aspects what the text says of each thing that it speaks of, by the aspect's name
 */
public record Response(List<Rating> ratings, @Nullable TextSentiment sentiment, Map<String, TextSentiment> aspects) {

    /** Without a word on any aspect. */
    public Response(List<Rating> ratings, @Nullable TextSentiment sentiment) {
        this(ratings, sentiment, Map.of());
    }
}
