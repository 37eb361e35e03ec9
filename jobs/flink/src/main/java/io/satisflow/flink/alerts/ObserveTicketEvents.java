package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.wire.TicketEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Whose a ticket is, as its events say. */
record ObserveTicketEvents(TicketObservations observations) implements FlatMapFunction<TicketEvent, Observation> {

    @Override
    public void flatMap(TicketEvent event, Collector<Observation> out) {
        observations
                .about(event.getTicket(), event.getId(), event.getKnownAt(), event.getDetails())
                .ifPresent(out::collect);
    }
}
