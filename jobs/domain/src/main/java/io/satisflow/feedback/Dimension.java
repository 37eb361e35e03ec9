package io.satisflow.feedback;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The score of one side of a product or service, such as delivery or price.
 *
 * @param expectation what the customer had expected, on the scale of the score; null when the channel does not ask
 */
public record Dimension(String name, double score, @Nullable Double expectation) implements Serializable {}
