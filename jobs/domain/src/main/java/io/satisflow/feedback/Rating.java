package io.satisflow.feedback;

import java.io.Serializable;

/**
 * The answer to a question on a scale.
 *
 * @param question its name in the channel's mapping, such as {@code stars}, {@code nps} or {@code csat}
 * @param value from {@code min} to {@code max}, both included
 */
public record Rating(String question, double value, double min, double max) implements Serializable {}
