package io.satisflow.satisfaction.answer;

import io.satisflow.sentiment.SentimentLabel;

/**
 * What a scorer made of a customer's text.
 *
 * @param label never {@link SentimentLabel#NOT_SCORED}: that is no sentiment
 * @param score positive minus negative, -1 to 1
 */
public record TextSentiment(SentimentLabel label, double score) {
    public TextSentiment {
        if (label == SentimentLabel.NOT_SCORED) {
            throw new IllegalArgumentException("Expected a text that is scored; one that is not has no sentiment");
        }
    }
}
