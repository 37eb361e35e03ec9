package io.satisflow.ledger;

import io.satisflow.feedback.Feedback;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.ScoreReason;
import io.satisflow.sentiment.Sentiment;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feedback with what its text says.
 *
 * @param sentiment null when there is no text, or none has been scored yet
 * @param reason why there is no score, or not that of the scorer that was asked for
 */
public record ScoredFeedback(
        RecordedFeedback recorded,
        @Nullable Sentiment sentiment,
        @Nullable ScoreReason reason,
        List<Aspect> aspects) implements Serializable {

    public ScoredFeedback {
        aspects = List.copyOf(aspects);
    }

    public static ScoredFeedback withoutScore(RecordedFeedback recorded) {
        return new ScoredFeedback(recorded, null, null, List.of());
    }

    public Feedback feedback() {
        return recorded.feedback();
    }

    public Instant knownAt() {
        return recorded.knownAt();
    }

    /** Whether it has a text that no scorer has looked at yet. */
    public boolean awaitsScore() {
        return feedback().text() != null && sentiment == null;
    }
}
