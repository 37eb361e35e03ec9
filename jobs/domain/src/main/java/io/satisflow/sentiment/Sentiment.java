package io.satisflow.sentiment;

import java.io.Serializable;

/**
 * What a scorer says of a text.
 *
 * @param score probability of positive minus that of negative, from -1 to 1; 0 when not scored
 * @param polarity the probabilities; {@link Polarity#UNKNOWN} when not scored
 * @param scorer name and version of the model that says so, or {@code none}
 * @param cut whether the text was longer than the work limit, and only its beginning was read
 */
public record Sentiment(SentimentLabel label, double score, Polarity polarity, String scorer, boolean cut)
        implements Serializable {
    private static final String NO_SCORER = "none";
    private static final Sentiment NOT_SCORED =
            new Sentiment(SentimentLabel.NOT_SCORED, 0, Polarity.UNKNOWN, NO_SCORER, false);

    public static Sentiment of(Polarity polarity, String scorer, boolean cut) {
        return new Sentiment(polarity.label(), polarity.score(), polarity, scorer, cut);
    }

    public static Sentiment notScored() {
        return NOT_SCORED;
    }

    /** The same, of a text that was longer than what was read. */
    public Sentiment asCut() {
        return new Sentiment(label, score, polarity, scorer, true);
    }

    public boolean isScored() {
        return label != SentimentLabel.NOT_SCORED;
    }
}
