package io.satisflow.flink.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.drift.verbatim.ScoreEvidence;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What the watch over a score says beside its signals. */
class AskedScoresTest {
    private static final DriftRules RULES =
            new DriftRules(Duration.ofHours(1), List.of("csat"), 0.2, 3, 10, 30, Duration.ofDays(30));

    @Test
    void who_asks_why_a_score_is_low_hears_what_moved_it_and_what_customers_say_once_an_hour() throws Exception {
        Instant fallen = StepRows.MONDAY.plus(Duration.ofHours(14));
        try (var watch = watch()) {
            watch.open();
            for (DriftArrival arrival : steps()) {
                watch.processElement(arrival, 0);
            }
            for (int hour = 0; hour < 20; hour++) {
                Instant at = StepRows.MONDAY.plus(Duration.ofMinutes(hour * 60L + 30));
                CustomerText text =
                        new CustomerText("t" + hour, at, hour < 10 ? 0.5 : -0.8, "text " + hour, List.of(), List.of());
                for (DriftArrival told : StepRows.told(text, RULES)) {
                    watch.processElement(told, 0);
                }
            }
            for (Instant at : List.of(fallen, fallen.plusSeconds(300), fallen.plusSeconds(3600))) {
                watch.processElement(
                        DriftArrival.of(new ScoreQuestion(
                                "low/csat",
                                Segment.ALL,
                                "csat",
                                Direction.DOWN,
                                fallen.minus(Duration.ofHours(4)),
                                at)),
                        0);
            }
            watch.processWatermark(
                    new Watermark(StepRows.MONDAY.plus(Duration.ofDays(2)).toEpochMilli()));

            List<ScoreEvidence> answers = watch.getSideOutput(DriftWatch.EVIDENCE).stream()
                    .map(StreamRecord::getValue)
                    .toList();
            assertThat(answers)
                    .extracting(ScoreEvidence::at)
                    .as("nothing new is known five minutes later")
                    .containsExactly(fallen, fallen.plusSeconds(3600));
            assertThat(answers.get(0).verbatims()).containsExactly("text 10", "text 11", "text 12", "text 13");
            assertThat(answers.get(0).drivers().get(0).name()).isEqualTo("channel=app");
        }
    }

    @Test
    void while_a_drift_lasts_each_step_tells_where_the_score_stands() throws Exception {
        try (var watch = watch()) {
            watch.open();
            for (DriftArrival arrival : steps()) {
                watch.processElement(arrival, 0);
            }
            watch.processWatermark(
                    new Watermark(StepRows.MONDAY.plus(Duration.ofHours(20)).toEpochMilli()));

            List<LastingDrift> lasting = watch.getSideOutput(DriftWatch.LASTING).stream()
                    .map(StreamRecord::getValue)
                    .filter(one -> one.segment().equals(Segment.ALL))
                    .toList();
            assertThat(lasting).isNotEmpty();
            LastingDrift last = lasting.get(lasting.size() - 1);
            assertThat(last.to()).isEqualTo(StepRows.MONDAY.plus(Duration.ofHours(20)));
            assertThat(last.value()).isEqualTo(71);
            assertThat(last.n()).isEqualTo(100);
        }
    }

    private static List<DriftArrival> steps() throws Exception {
        return StepRows.steps(StepRows.drop(10, 10), RULES);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DriftArrival, DriftSignal> watch() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DriftWatch(RULES)), DriftArrival::segmentKey, Types.STRING);
    }
}
