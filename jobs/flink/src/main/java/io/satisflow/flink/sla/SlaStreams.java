package io.satisflow.flink.sla;

import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SlaEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the clocks give.
 *
 * @param milestones how promises were kept, for satisfaction to count
 */
public record SlaStreams(
        DataStream<SlaEvent> slaEvents, DataStream<TicketMilestone> milestones, DataStream<DeadLetter> refused) {}
