package io.satisflow.flink.scoring;

import io.satisflow.sentiment.AspectFinderFactory;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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

    /**
     * @param scorers makes one scorer for each subtask
     * @param aspectFinders makes one finder for each subtask
     */
    public static DataStream<ScoredFeedback> build(
            DataStream<Feedback> feedback, SentimentScorerFactory scorers, AspectFinderFactory aspectFinders) {
        return feedback.map(new ScoreText(scorers, aspectFinders))
                .returns(TypeInformation.of(ScoredFeedback.class))
                .name("score-text")
                .uid("score-text");
    }
}
