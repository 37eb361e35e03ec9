package io.satisflow.satisfaction.answer;

/**
 * What a scorer made of a customer's text.
 *
 * @param score positive minus negative, -1 to 1
 */
public record TextSentiment(TextPolarity polarity, double score) {}
