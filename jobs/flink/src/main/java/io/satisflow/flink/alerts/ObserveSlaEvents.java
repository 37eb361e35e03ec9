package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.ClockEvent;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.wire.SlaEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What the rules see in what tickets' clocks say. */
record ObserveSlaEvents(TicketObservations observations) implements FlatMapFunction<SlaEvent, Observation> {

    @Override
    public void flatMap(SlaEvent event, Collector<Observation> out) {
        ClockEvent word = new ClockEvent(
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
