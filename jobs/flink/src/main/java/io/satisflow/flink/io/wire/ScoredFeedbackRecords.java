package io.satisflow.flink.io.wire;

import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.ScoreReason;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.wire.Aspect;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Scored feedback on the wire. */
public final class ScoredFeedbackRecords {
    private ScoredFeedbackRecords() {}

    public static ScoredFeedback toWire(io.satisflow.ledger.ScoredFeedback scored) {
        return new ScoredFeedback(
                FeedbackRecords.toWire(scored.recorded()),
                toWire(scored.sentiment(), scored.reason()),
                scored.aspects().stream()
                        .map(aspect -> new Aspect(aspect.name(), aspect.label().wireName(), aspect.score()))
                        .toList());
    }

    private static @Nullable Sentiment toWire(
            io.satisflow.sentiment.@Nullable Sentiment sentiment, @Nullable ScoreReason reason) {
        if (sentiment == null) {
            return null;
        }
        return Sentiment.newBuilder()
                .setLabel(sentiment.label().wireName())
                .setScore(sentiment.score())
                .setNegative(sentiment.polarity().negative())
                .setNeutral(sentiment.polarity().neutral())
                .setPositive(sentiment.polarity().positive())
                .setScorer(sentiment.scorer())
                .setCut(sentiment.cut())
                .setReason(reason == null ? null : reason.wireName())
                .build();
    }

    public static io.satisflow.ledger.ScoredFeedback toDomain(ScoredFeedback scored) {
        Sentiment sentiment = scored.getSentiment();
        return new io.satisflow.ledger.ScoredFeedback(
                FeedbackRecords.toDomain(scored.getFeedback()),
                sentiment == null ? null : toDomain(sentiment),
                sentiment == null ? null : reason(sentiment.getReason()),
                scored.getAspects().stream()
                        .map(aspect -> new io.satisflow.sentiment.Aspect(
                                aspect.getName(), label(aspect.getLabel()), aspect.getScore()))
                        .toList());
    }

    private static io.satisflow.sentiment.Sentiment toDomain(Sentiment sentiment) {
        return new io.satisflow.sentiment.Sentiment(
                label(sentiment.getLabel()),
                sentiment.getScore(),
                new Polarity(sentiment.getNegative(), sentiment.getNeutral(), sentiment.getPositive()),
                sentiment.getScorer(),
                sentiment.getCut());
    }

    /** A label of a later release counts as none. */
    private static SentimentLabel label(String word) {
        return SentimentLabel.ofWireName(word).orElse(SentimentLabel.NOT_SCORED);
    }

    private static @Nullable ScoreReason reason(@Nullable String word) {
        return Arrays.stream(ScoreReason.values())
                .filter(reason -> reason.wireName().equals(word))
                .findFirst()
                .orElse(null);
    }
}
