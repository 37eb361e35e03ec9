package io.satisflow.flink.alerts;

import io.satisflow.alerts.ClockWord;
import io.satisflow.alerts.Observation;
import io.satisflow.alerts.TicketObservations;
import io.satisflow.wire.SlaEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What the rules see in what tickets' clocks say. */
record SeenInClocks(TicketObservations observations) implements FlatMapFunction<SlaEvent, Observation> {

    @Override
    public void flatMap(SlaEvent event, Collector<Observation> out) {
        ClockWord word = new ClockWord(
                event.getTicket(),
                event.getClock(),
                event.getInstance(),
                event.getEvent(),
                event.getAsOf(),
                event.getDue(),
                event.getPolicy(),
                event.getReason(),
                event.getRetracts());
        observations.of(word).forEach(out::collect);
    }
}
