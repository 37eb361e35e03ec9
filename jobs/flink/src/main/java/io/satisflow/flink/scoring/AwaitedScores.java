package io.satisflow.flink.scoring;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Feedback that waits for its scores, but not for long: a scorer that stalls or fails holds up nothing else that a customer
 * said.
 *
 * <pre>
 * feedback ------------------> not scored yet -+
 *                                              +-> score-wait -> scored feedback
 * scored feedback -> those that have a text ---+
 * </pre>
 *
 * Feedback comes as soon as it is known, with no sentiment; if it has a text, it comes once more when that is scored. Whoever
 * acts in event time sees both at once, unless the score took longer than the wait.
 */
public final class AwaitedScores {
    private AwaitedScores() {}

    /**
     * @param feedback with known_at as its event time, as {@code scored} has
     * @param wait how far the time of what is scored may fall behind the time of feedback before it is left behind
     */
    public static DataStream<ScoredFeedback> build(
            DataStream<RecordedFeedback> feedback, DataStream<ScoredFeedback> scored, Duration wait) {
        TypeInformation<ScoredFeedback> type = DomainTypes.of(ScoredFeedback.class);
        DataStream<ScoredFeedback> notScored = feedback.map(ScoredFeedback::withoutScore)
                .returns(type)
                .name("not-scored-yet")
                .uid("not-scored-yet");
        DataStream<ScoredFeedback> texts = scored.filter(
                        record -> record.feedback().text() != null)
                .name("scored-texts")
                .uid("scored-texts");
        // Rebalanced, so that every subtask hears the time of every partition.
        return notScored
                .rebalance()
                .connect(texts.rebalance())
                .transform("score-wait", type, new ScoreWait<>(wait))
                .uid("score-wait");
    }
}
