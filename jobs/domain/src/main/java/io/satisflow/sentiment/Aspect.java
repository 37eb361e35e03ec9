package io.satisflow.sentiment;

import java.io.Serializable;

/**
 * One thing that a text is about, and how content its writer is with it.
 *
 * @param name such as {@code price} or {@code delivery}, as the {@link AspectVocabulary} has it
 * @param label negative, neutral or positive, of the passages about this aspect and not of the whole text
 * @param score of the same passages: probability of positive minus that of negative, from -1 to 1
 */
public record Aspect(String name, SentimentLabel label, double score) implements Serializable {

    public static Aspect of(String name, Polarity polarity) {
        return new Aspect(name, polarity.label(), polarity.score());
    }
}
