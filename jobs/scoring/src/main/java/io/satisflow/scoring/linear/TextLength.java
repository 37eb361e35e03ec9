package io.satisflow.scoring.linear;

/** Evens out the length of texts, so that a long one does not shout, and one of a word or two is not too sure. */
public final class TextLength {
    /** As if every text had some more features that say nothing. */
    private static final int SILENT_FEATURES = 20;

    private TextLength() {}

    /** What the weights of this many features, added up, are to be multiplied by. */
    public static double factor(int features) {
        return 1 / Math.sqrt(features + SILENT_FEATURES);
    }
}
