package io.satisflow.sentiment;

import org.jspecify.annotations.Nullable;

/**
 * What came of scoring a text.
 *
 * @param reason null when the scorer that was asked for has scored it
 * @param failure what a scorer threw; null when none failed
 */
public record GuardedScore(
        Sentiment sentiment,
        @Nullable ScoreReason reason,
        @Nullable Throwable failure) {

    static GuardedScore of(Sentiment sentiment) {
        return new GuardedScore(sentiment, null, null);
    }

    static GuardedScore of(Sentiment sentiment, ScoreReason reason) {
        return new GuardedScore(sentiment, reason, null);
    }

    static GuardedScore failed(Throwable failure) {
        return new GuardedScore(Sentiment.notScored(), ScoreReason.FAILED, failure);
    }

    /** The same, with something beside it that went wrong. */
    public GuardedScore withFailure(Throwable other) {
        return new GuardedScore(sentiment, reason, other);
    }

    /** Whether another scorer has answered than the one that was asked for. */
    public boolean isFallback() {
        return sentiment.isScored() && reason != null;
    }
}
