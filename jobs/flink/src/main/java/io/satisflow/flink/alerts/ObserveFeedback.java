package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.observation.FeedbackObservations;
import io.satisflow.alerts.observation.HeardFeedback;
import io.satisflow.ledger.ScoredFeedback;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What the rules see in single feedback. */
record ObserveFeedback(FeedbackObservations observations) implements FlatMapFunction<ScoredFeedback, Observation> {

    @Override
    public void flatMap(ScoredFeedback scored, Collector<Observation> out) {
        observations.of(HeardFeedback.of(scored)).forEach(out::collect);
    }
}
