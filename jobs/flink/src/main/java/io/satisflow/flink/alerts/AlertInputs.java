package io.satisflow.flink.alerts;

import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * All that alerts come from, each with the time from when it is known as its event time.
 *
 * @param ticketEvents say which team a ticket belongs to
 */
public record AlertInputs(
        DataStream<DriftSignal> driftSignals,
        DataStream<SatisfactionRow> rows,
        DataStream<SlaEvent> slaEvents,
        DataStream<TicketEvent> ticketEvents) {}
