package io.satisflow.flink.drift;

import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.verbatim.ScoreEvidence;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What watching the scores gives.
 *
 * @param lasting how scores stand while their drifts last, step by step
 * @param evidence the answers to the questions of {@link DriftOptions}
 */
public record DriftStreams(
        DataStream<DriftSignal> signals, DataStream<LastingDrift> lasting, DataStream<ScoreEvidence> evidence) {}
