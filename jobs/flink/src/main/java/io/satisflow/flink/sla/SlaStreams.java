package io.satisflow.flink.sla;

import io.satisflow.ledger.DeadLetter;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.SlaEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the clocks give.
 *
 * @param milestones how promises were kept, for satisfaction to count
 */
public record SlaStreams(
        DataStream<SlaEvent> slaEvents, DataStream<Milestone> milestones, DataStream<DeadLetter> refused) {}
