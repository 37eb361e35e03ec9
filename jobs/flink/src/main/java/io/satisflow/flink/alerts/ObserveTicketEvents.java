package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.wire.TicketEvent;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Whose a ticket is, as its events say. */
record ObserveTicketEvents(TicketObservations observations) implements FlatMapFunction<TicketEvent, Observation> {
    private static final String CREATED = "created";

    @Override
    public void flatMap(TicketEvent event, Collector<Observation> out) {
        Map<String, String> details = new TreeMap<>(event.getDetails());
        if (CREATED.equals(event.getType())) {
            // Once is enough: an event that says nothing new of the ticket costs nothing.
            details.putIfAbsent("channel", event.getChannel());
        }
        observations
                .about(event.getTicket(), event.getId(), event.getKnownAt(), details)
                .ifPresent(out::collect);
    }
}
