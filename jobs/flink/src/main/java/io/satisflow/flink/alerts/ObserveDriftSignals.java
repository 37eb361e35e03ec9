package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.drift.signal.DriftSignal;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What the rules see in drift signals. */
record ObserveDriftSignals(ScoreObservations observations) implements FlatMapFunction<DriftSignal, Observation> {

    @Override
    public void flatMap(DriftSignal seen, Collector<Observation> out) {
        observations.of(seen).forEach(out::collect);
    }
}
