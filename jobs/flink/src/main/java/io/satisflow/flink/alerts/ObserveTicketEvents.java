package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ticket.TicketEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Whose a ticket is, as its events say. */
record ObserveTicketEvents(TicketObservations observations)
        implements FlatMapFunction<RecordedTicketEvent, Observation> {

    @Override
    public void flatMap(RecordedTicketEvent recorded, Collector<Observation> out) {
        TicketEvent event = recorded.event();
        observations
                .about(event.ticket(), event.id(), event.knownAt(), event.details())
                .ifPresent(out::collect);
    }
}
