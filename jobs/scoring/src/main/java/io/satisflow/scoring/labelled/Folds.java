package io.satisflow.scoring.labelled;

/**
 * Divides texts into parts of about the same size, each of which is judged once by a model made of the others. So every
 * text serves to train the final model, and none is judged by a model that has seen it.
 *
 * @param count how many parts, 2 or more
 * @param seed another one divides otherwise
 */
public record Folds(int count, long seed) {
    public static final int USUAL = 5;

    public Folds {
        if (count < 2) {
            throw new IllegalArgumentException("Expected 2 folds or more, but was " + count);
        }
    }

    /** From 0 to one below the count. */
    public int of(String text) {
        return TextHash.below(count, text, seed);
    }
}
