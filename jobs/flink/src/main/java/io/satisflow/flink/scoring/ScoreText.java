package io.satisflow.flink.scoring;

import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.AspectFinderFactory;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.text.TextLanguage;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * Puts beside each feedback what its text says, and what it is about.
 *
 * <p>Counters, in the group {@code sentiment}: {@code scored}; {@code unscored}, which are those without a text or in a
 * language without a scorer; {@code cut}, those of the scored whose end lay beyond the work limit.
 */
final class ScoreText extends RichMapFunction<Feedback, ScoredFeedback> {
    private static final long serialVersionUID = 1;

    private final SentimentScorerFactory scorers;
    private final AspectFinderFactory aspectFinders;
    private transient @Nullable SentimentScorer scorer;
    private transient @Nullable AspectFinder aspectFinder;
    private transient @Nullable Counts counts;

    ScoreText(SentimentScorerFactory scorers, AspectFinderFactory aspectFinders) {
        this.scorers = scorers;
        this.aspectFinders = aspectFinders;
    }

    private record Counts(Counter scored, Counter unscored, Counter cut) {
        static Counts in(MetricGroup group) {
            return new Counts(group.counter("scored"), group.counter("unscored"), group.counter("cut"));
        }

        void count(@Nullable Sentiment sentiment) {
            if (sentiment == null || !sentiment.isScored()) {
                unscored.inc();
                return;
            }
            scored.inc();
            if (sentiment.cut()) {
                cut.inc();
            }
        }
    }

    @Override
    public void open(OpenContext context) {
        scorer = scorers.create();
        aspectFinder = aspectFinders.create();
        counts = Counts.in(getRuntimeContext().getMetricGroup().addGroup("sentiment"));
    }

    @Override
    public ScoredFeedback map(Feedback feedback) {
        Sentiment sentiment = sentimentOf(feedback);
        Objects.requireNonNull(counts).count(sentiment);
        return sentiment == null
                ? new ScoredFeedback(feedback, null, List.of())
                : new ScoredFeedback(feedback, toWire(sentiment), aspectsOf(feedback, sentiment));
    }

    private List<io.satisflow.wire.Aspect> aspectsOf(Feedback feedback, Sentiment sentiment) {
        return Objects.requireNonNull(aspectFinder).find(feedback.getText(), languageOf(feedback), sentiment).stream()
                .map(aspect -> new io.satisflow.wire.Aspect(
                        aspect.name(), aspect.label().wireName(), aspect.score()))
                .toList();
    }

    private static String languageOf(Feedback feedback) {
        return Objects.requireNonNullElse(feedback.getLanguage(), TextLanguage.UNDETERMINED);
    }

    /** Null when there is no text. */
    private @Nullable Sentiment sentimentOf(Feedback feedback) {
        String text = feedback.getText();
        if (text == null) {
            return null;
        }
        return Objects.requireNonNull(scorer).score(text, languageOf(feedback));
    }

    private static io.satisflow.wire.Sentiment toWire(Sentiment sentiment) {
        return io.satisflow.wire.Sentiment.newBuilder()
                .setLabel(sentiment.label().wireName())
                .setScore(sentiment.score())
                .setNegative(sentiment.polarity().negative())
                .setNeutral(sentiment.polarity().neutral())
                .setPositive(sentiment.polarity().positive())
                .setScorer(sentiment.scorer())
                .build();
    }
}
