package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Whose a ticket is, as its events say. */
record ObserveTicketEvents(TicketObservations observations)
        implements FlatMapFunction<RecordedTicketEvent, Observation> {

    @Override
    public void flatMap(RecordedTicketEvent recorded, Collector<Observation> out) {
        TicketEvent event = recorded.event();
        Map<String, String> details = new TreeMap<>(event.details());
        if (event.type() == TicketEventType.CREATED) {
            // Once is enough: an event that says nothing new of the ticket costs nothing.
            details.putIfAbsent("channel", recorded.channel());
        }
        observations.about(event.ticket(), event.id(), event.knownAt(), details).ifPresent(out::collect);
    }
}
