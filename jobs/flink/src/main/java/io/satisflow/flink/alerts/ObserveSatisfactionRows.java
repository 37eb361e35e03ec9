package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.satisfaction.score.ScoreRow;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What the rules see in the present rows of rolling windows; a correction of an earlier step is not how things stand. */
record ObserveSatisfactionRows(ScoreObservations observations) implements FlatMapFunction<ScoreRow, Observation> {

    @Override
    public void flatMap(ScoreRow row, Collector<Observation> out) {
        if (row.isPresent()) {
            observations.of(row).forEach(out::collect);
        }
    }
}
