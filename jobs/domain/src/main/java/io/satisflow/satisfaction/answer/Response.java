package io.satisflow.satisfaction.answer;

import io.satisflow.feedback.Rating;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of feedback says of satisfaction.
 *
 * @param sentiment null when there is no text, or none that could be scored
 */
public record Response(List<Rating> ratings, @Nullable TextSentiment sentiment) {}
