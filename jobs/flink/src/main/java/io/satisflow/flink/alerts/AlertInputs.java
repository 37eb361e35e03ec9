package io.satisflow.flink.alerts;

import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.verbatim.ScoreEvidence;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.sla.clock.SlaEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * All that alerts come from, each with the time from when it is known as its event time.
 *
 * @param lastingDrifts how scores stand while their drifts last
 * @param evidence for scores that rules found out of bounds
 * @param ticketEvents say which team a ticket belongs to
 * @param feedback with what its text says
 */
public record AlertInputs(
        DataStream<DriftSignal> driftSignals,
        DataStream<LastingDrift> lastingDrifts,
        DataStream<ScoreEvidence> evidence,
        DataStream<ScoreRow> rows,
        DataStream<SlaEvent> slaEvents,
        DataStream<RecordedTicketEvent> ticketEvents,
        DataStream<ScoredFeedback> feedback) {}
