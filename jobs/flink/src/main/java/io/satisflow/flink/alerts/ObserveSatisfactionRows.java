package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.ScoreObservations;
import io.satisflow.alerts.observation.ScoreRow;
import io.satisflow.drift.Reading;
import io.satisflow.segment.Segment;
import io.satisflow.wire.SatisfactionRow;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What the rules see in the present rows of rolling windows; a correction of an earlier step is not how things stand. */
record ObserveSatisfactionRows(ScoreObservations observations)
        implements FlatMapFunction<SatisfactionRow, Observation> {

    @Override
    public void flatMap(SatisfactionRow row, Collector<Observation> out) {
        if (!row.getTo().equals(row.getAsOf())) {
            return;
        }
        Map<String, Reading> readings = new TreeMap<>();
        row.getMetrics()
                .forEach((name, metric) -> readings.put(
                        name, new Reading(metric.getValue(), metric.getN(), metric.getLow(), metric.getHigh())));
        Segment segment = new Segment(row.getSegment());
        observations
                .of(new ScoreRow(segment, row.getWindow(), row.getTo(), row.getAsOf(), readings))
                .forEach(out::collect);
    }
}
