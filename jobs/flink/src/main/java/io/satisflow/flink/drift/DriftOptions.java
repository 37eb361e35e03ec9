package io.satisflow.flink.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import java.util.List;
import org.apache.flink.util.function.SerializableFunction;

/**
 * How series are watched.
 *
 * @param segments that a feedback belongs to: its text may show what has changed in them
 * @param questions that somebody has about a row
 */
public record DriftOptions(
        DriftRules rules,
        SerializableFunction<ScoredFeedback, List<Segment>> segments,
        SerializableFunction<ScoreRow, List<ScoreQuestion>> questions) {
    /** Nobody asks anything. */
    public DriftOptions(DriftRules rules, SerializableFunction<ScoredFeedback, List<Segment>> segments) {
        this(rules, segments, row -> List.of());
    }
}
