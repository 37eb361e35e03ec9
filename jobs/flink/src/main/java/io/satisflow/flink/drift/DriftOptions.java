package io.satisflow.flink.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.segment.Segment;
import java.util.List;
import org.apache.flink.util.function.SerializableFunction;

/**
 * How series are watched.
 *
 * @param segments that a feedback belongs to: its text may show what has changed in them
 */
public record DriftOptions(DriftRules rules, SerializableFunction<ScoredFeedback, List<Segment>> segments) {}
