package io.satisflow.flink.scoring;

import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.sentiment.GuardedScore;
import io.satisflow.text.TextLanguage;
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
final class ScoreText extends RichMapFunction<RecordedFeedback, ScoredFeedback> {
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
    public ScoredFeedback map(RecordedFeedback recorded) {
        Feedback feedback = recorded.feedback();
        String text = feedback.text();
        if (text == null) {
            return ScoredFeedback.withoutScore(recorded);
        }
        String language = Objects.requireNonNullElse(feedback.language(), TextLanguage.UNDETERMINED);
        TextReader.Reading reading = Objects.requireNonNull(reader).read(text, language, recorded.knownAt());
        GuardedScore score = reading.score();
        Objects.requireNonNull(metrics).count(score, language);
        if (score.failure() != null) {
            LOG.warn(
                    "Scoring of feedback {}/{} failed; it goes on without what could not be found",
                    feedback.channel(),
                    feedback.id(),
                    score.failure());
        }
        return new ScoredFeedback(recorded, score.sentiment(), score.reason(), reading.aspects());
    }
}
