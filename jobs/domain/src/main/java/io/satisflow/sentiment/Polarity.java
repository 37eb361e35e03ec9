package io.satisflow.sentiment;

import java.io.Serializable;

/**
 * How probable each of the three labels is. Calibrated: of the texts that get 0.8 for positive, about 80 in 100 are.
 *
 * @param negative from 0 to 1, as the other two; the three add up to 1
 */
public record Polarity(double negative, double neutral, double positive) implements Serializable {
    /** Nothing is known, so nothing is more probable than anything else. */
    public static final Polarity UNKNOWN = new Polarity(1.0 / 3, 1.0 / 3, 1.0 / 3);

    /** The most probable label; neutral when another one is no more probable. */
    public SentimentLabel label() {
        if (neutral >= negative && neutral >= positive) {
            return SentimentLabel.NEUTRAL;
        }
        return positive >= negative ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    /** Positive minus negative, from -1 to 1. */
    public double score() {
        return positive - negative;
    }

    /**
     * The probability of a label.
     *
     * @throws IllegalArgumentException for {@link SentimentLabel#NOT_SCORED}, which is no outcome of scoring
     */
    public double of(SentimentLabel label) {
        return switch (label) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
            case NOT_SCORED -> throw new IllegalArgumentException("There is no probability of not_scored");
        };
    }
}
