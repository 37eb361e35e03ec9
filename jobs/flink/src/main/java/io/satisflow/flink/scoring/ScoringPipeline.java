package io.satisflow.flink.scoring;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Scores each text. Nothing is left out: feedback without a text, or in a language that no scorer knows, passes as well.
 *
 * <pre>
 * feedback -> score-text -> scored feedback
 * </pre>
 *
 * It keeps no state, so it may be as parallel as there are cores, and a text scored again after a crash gets the same
 * score.
 */
public final class ScoringPipeline {
    private ScoringPipeline() {}

    public static DataStream<ScoredFeedback> build(DataStream<RecordedFeedback> feedback, ScoringOptions options) {
        return feedback.map(new ScoreText(options))
                .returns(DomainTypes.of(ScoredFeedback.class))
                .name("score-text")
                .uid("score-text");
    }
}
