package io.satisflow.flink.sla;

import io.satisflow.sla.SlaRules;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Runs every ticket's clocks.
 *
 * <pre>
 * ticket events -> by ticket -> ticket-clocks -+-> sla events
 *                                              +-> refused: too late, log full, never created
 * </pre>
 */
public final class SlaPipeline {
    private SlaPipeline() {}

    /** @param ticketEvents with known_at as their event time */
    public static SlaStreams build(DataStream<TicketEvent> ticketEvents, SlaRules rules) {
        SingleOutputStreamOperator<SlaEvent> clocks = ticketEvents
                .keyBy(TicketEvent::getTicket, Types.STRING)
                .transform("ticket-clocks", TypeInformation.of(SlaEvent.class), new TicketClocks(rules))
                .uid("ticket-clocks");
        return new SlaStreams(clocks, clocks.getSideOutput(TicketClocks.REFUSED));
    }
}
