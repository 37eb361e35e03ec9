package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.sla.clock.SlaEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What the rules see in what tickets' clocks say. */
record ObserveSlaEvents(TicketObservations observations) implements FlatMapFunction<SlaEvent, Observation> {

    @Override
    public void flatMap(SlaEvent seen, Collector<Observation> out) {
        observations.of(seen).forEach(out::collect);
    }
}
