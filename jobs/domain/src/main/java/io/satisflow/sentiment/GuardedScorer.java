package io.satisflow.sentiment;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives every text a defined answer, whatever the scorer makes of it. Texts that are too long for a slow scorer, or in a
 * language that it does not know, are left to the fast one, and are marked; a text on which a scorer fails is not scored. For
 * one thread.
 */
public final class GuardedScorer {
    private final @Nullable SentimentScorer slow;
    private final SentimentScorer fast;
    private final int tokens;

    private GuardedScorer(@Nullable SentimentScorer slow, SentimentScorer fast, int tokens) {
        this.slow = slow;
        this.fast = fast;
        this.tokens = tokens;
    }

    public static GuardedScorer of(SentimentScorer fast) {
        return new GuardedScorer(null, fast, Integer.MAX_VALUE);
    }

    /** @param tokens a text of more is too long for the slow scorer */
    public static GuardedScorer of(SentimentScorer slow, SentimentScorer fast, int tokens) {
        return new GuardedScorer(slow, fast, tokens);
    }

    /** The parameters are those of {@link SentimentScorer#score}. */
    public GuardedScore score(String text, String language) {
        if (slow == null) {
            return guarded(() -> {
                Sentiment sentiment = fast.score(text, language);
                return sentiment.isScored() ? GuardedScore.of(sentiment) : fallback(text, sentiment);
            });
        }
        if (TokenCount.exceeds(text, tokens)) {
            return guarded(() -> GuardedScore.of(fast.score(text, language), ScoreReason.TOKENS));
        }
        return guarded(() -> {
            Sentiment sentiment = slow.score(text, language);
            return sentiment.isScored() ? GuardedScore.of(sentiment) : fallback(text, fast.score(text, language));
        });
    }

    private static GuardedScore fallback(String text, Sentiment sentiment) {
        return GuardedScore.of(sentiment, text.isBlank() ? ScoreReason.BLANK : ScoreReason.LANGUAGE);
    }

    /** Parsers go as deep as a sentence does, so a stack that overflows is the text's fault too. */
    private static GuardedScore guarded(Supplier<GuardedScore> scoring) {
        try {
            return scoring.get();
        } catch (RuntimeException | StackOverflowError e) {
            return GuardedScore.failed(e);
        }
    }
}
