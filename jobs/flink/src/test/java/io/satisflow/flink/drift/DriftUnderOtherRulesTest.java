package io.satisflow.flink.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.satisfaction.score.ScoreRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What becomes of series, and of drifts that last, over a restart with other rules. */
class DriftUnderOtherRulesTest {
    private static final DriftRules RULES = rules(Duration.ofHours(1), "csat", 3);
    /** Of ten steady hours and ten in which a channel has fallen. */
    private static final Instant AMID_THE_FALL = StepRows.MONDAY.plus(Duration.ofHours(15));

    @Test
    void bounds_that_a_restart_changes_hold_from_the_next_step() throws Exception {
        DriftRules deaf = rules(Duration.ofHours(1), "csat", 1_000);
        List<DriftArrival> arrivals = arrivals(deaf);
        OperatorSubtaskState checkpoint;
        try (var watch = watch(deaf)) {
            watch.open();
            feed(watch, upTo(AMID_THE_FALL, arrivals));
            assertThat(watch.extractOutputValues()).isEmpty();
            checkpoint = watch.snapshot(1, 1);
        }
        try (var watch = restored(RULES, checkpoint)) {
            feed(watch, after(AMID_THE_FALL, arrivals));
            watch.processWatermark(at(AMID_THE_FALL.plus(Duration.ofHours(1))));

            assertThat(watch.extractOutputValues())
                    .extracting(DriftSignal::phase)
                    .as("of the whole and of the channel")
                    .startsWith(DriftPhase.DRIFTED, DriftPhase.DRIFTED);
            assertThat(watch.extractOutputValues().get(0).at()).isEqualTo(AMID_THE_FALL.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void steps_of_another_length_learn_what_is_normal_anew_and_end_what_lasted() throws Exception {
        OperatorSubtaskState checkpoint = drifted();
        DriftRules halves = rules(Duration.ofMinutes(30), "csat", 3);
        try (var watch = restored(halves, checkpoint)) {
            List<ScoreRow> next = List.of(
                    StepRows.row(Map.of(), 21, 10.0, 1000), StepRows.row(Map.of("channel", "app"), 21, 10.0, 1000));
            feed(watch, StepRows.steps(next, RULES));

            assertThat(watch.extractOutputValues())
                    .as("the drift of the whole and that of the channel")
                    .extracting(DriftSignal::phase)
                    .containsExactly(DriftPhase.SETTLED, DriftPhase.SETTLED);
        }
    }

    @Test
    void the_drift_of_a_score_that_is_watched_no_more_ends_when_it_would_have_no_data() throws Exception {
        OperatorSubtaskState checkpoint = drifted();
        try (var watch = restored(rules(Duration.ofHours(1), "nps", 3), checkpoint)) {
            watch.processWatermark(at(StepRows.MONDAY.plus(Duration.ofHours(43))));
            assertThat(watch.extractOutputValues()).isEmpty();

            watch.processWatermark(at(StepRows.MONDAY.plus(Duration.ofDays(40))));
            assertThat(watch.extractOutputValues())
                    .extracting(DriftSignal::phase)
                    .as("of the whole and of the channel, once")
                    .containsExactly(DriftPhase.SETTLED, DriftPhase.SETTLED);
            assertThat(watch.extractOutputValues().get(0).at()).isBefore(StepRows.MONDAY.plus(Duration.ofHours(46)));
            assertThat(watch.numKeyedStateEntries()).isZero();
        }
    }

    /** A checkpoint in which two drifts last. */
    private static OperatorSubtaskState drifted() throws Exception {
        try (var watch = watch(RULES)) {
            watch.open();
            feed(watch, arrivals(RULES));
            assertThat(watch.extractOutputValues())
                    .extracting(DriftSignal::phase)
                    .containsExactly(DriftPhase.DRIFTED, DriftPhase.DRIFTED);
            return watch.snapshot(1, 1);
        }
    }

    private static DriftRules rules(Duration step, String metric, double width) {
        return new DriftRules(step, List.of(metric), 0.2, width, 10, 30, Duration.ofDays(30));
    }

    private static List<DriftArrival> arrivals(DriftRules rules) throws Exception {
        return StepRows.steps(StepRows.drop(10, 10), rules);
    }

    private static List<DriftArrival> upTo(Instant time, List<DriftArrival> arrivals) {
        return arrivals.stream().filter(arrival -> !asOf(arrival).isAfter(time)).toList();
    }

    private static List<DriftArrival> after(Instant time, List<DriftArrival> arrivals) {
        return arrivals.stream().filter(arrival -> asOf(arrival).isAfter(time)).toList();
    }

    /** The watermark follows each arrival. */
    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, DriftArrival, DriftSignal> watch,
            List<DriftArrival> arrivals)
            throws Exception {
        for (DriftArrival arrival : arrivals) {
            watch.processWatermark(new Watermark(asOf(arrival).toEpochMilli() - 1));
            watch.processElement(arrival, asOf(arrival).toEpochMilli());
        }
        if (!arrivals.isEmpty()) {
            watch.processWatermark(at(asOf(arrivals.get(arrivals.size() - 1))));
        }
    }

    private static Instant asOf(DriftArrival arrival) {
        return Objects.requireNonNull(arrival.step()).asOf();
    }

    private static Watermark at(Instant time) {
        return new Watermark(time.toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DriftArrival, DriftSignal> restored(
            DriftRules rules, OperatorSubtaskState checkpoint) throws Exception {
        var watch = watch(rules);
        watch.initializeState(checkpoint);
        watch.open();
        return watch;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DriftArrival, DriftSignal> watch(DriftRules rules)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DriftWatch(rules)), DriftArrival::segmentKey, Types.STRING);
    }
}
