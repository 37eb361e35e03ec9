package io.satisflow.flink.scoring;

import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.GuardedScore;
import io.satisflow.sentiment.ScoreReason;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.text.TextLanguage;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts beside each feedback what its text says, and what it is about. A text on which a scorer fails goes on without a score:
 * it would fail again after every restart.
 */
final class ScoreText extends RichMapFunction<Feedback, ScoredFeedback> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ScoreText.class);

    private final ScoringOptions options;
    private transient @Nullable TextReader reader;
    private transient @Nullable ScoringMetrics metrics;

    ScoreText(ScoringOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        reader = new TextReader(options);
        metrics = new ScoringMetrics(getRuntimeContext().getMetricGroup(), reader);
    }

    @Override
    public ScoredFeedback map(Feedback feedback) {
        String text = feedback.getText();
        if (text == null) {
            return new ScoredFeedback(feedback, null, List.of());
        }
        String language = Objects.requireNonNullElse(feedback.getLanguage(), TextLanguage.UNDETERMINED);
        TextReader.Reading reading = Objects.requireNonNull(reader).read(text, language, feedback.getKnownAt());
        Objects.requireNonNull(metrics).count(reading.score(), language);
        if (reading.score().failure() != null) {
            LOG.warn(
                    "Scoring of feedback {}/{} failed; it goes on without what could not be found",
                    feedback.getChannel(),
                    feedback.getId(),
                    reading.score().failure());
        }
        return new ScoredFeedback(
                feedback,
                toWire(reading.score()),
                reading.aspects().stream().map(ScoreText::toWire).toList());
    }

    private static io.satisflow.wire.Sentiment toWire(GuardedScore score) {
        Sentiment sentiment = score.sentiment();
        ScoreReason reason = score.reason();
        return io.satisflow.wire.Sentiment.newBuilder()
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

    private static io.satisflow.wire.Aspect toWire(Aspect aspect) {
        return new io.satisflow.wire.Aspect(aspect.name(), aspect.label().wireName(), aspect.score());
    }
}
