package io.satisflow.flink.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private static final DriftRules RULES =
            new DriftRules(Duration.ofHours(1), List.of("csat"), 0.2, 3, 10, 30, Duration.ofDays(30));
    private static final Map<String, String> ALL = Map.of();

    @Test
    void a_fallen_channel_is_found_in_itself_and_as_the_driver_of_the_whole() throws Exception {
        List<DriftSignal> signals = signals(arrivals(StepRows.drop(10, 10)));

        assertThat(signals)
                .filteredOn(signal -> signal.phase() == DriftPhase.DRIFTED)
                .extracting(signal -> signal.segment().key())
                .containsExactlyInAnyOrder("(all)", "channel=app");
        DriftSignal whole = of(signals, ALL);
        assertThat(whole.phase()).isEqualTo(DriftPhase.DRIFTED);
        assertThat(whole.direction()).isEqualTo(Direction.DOWN);
        assertThat(whole.drivers().get(0).name()).isEqualTo("channel=app");
        double sum = whole.drivers().stream().mapToDouble(Driver::contribution).sum();
        assertThat(sum).isCloseTo(whole.to() - whole.from(), within(1e-9));
    }

    @Test
    void neither_the_order_of_arrival_nor_the_pace_of_the_watermark_changes_the_signals() throws Exception {
        List<DriftSignal> expected = signals(arrivals(StepRows.drop(10, 10)));
        for (int seed = 0; seed < 20; seed++) {
            List<DriftArrival> shuffled = arrivals(StepRows.drop(10, 10));
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(signals(shuffled)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void a_correction_of_a_used_step_changes_nothing() throws Exception {
        List<ScoreRow> rows = new ArrayList<>(StepRows.drop(10, 10));
        Instant ten = StepRows.MONDAY.plus(Duration.ofHours(10));
        rows.add(StepRows.row(ALL, ten, ten.plusSeconds(60), 0.0, 1000));
        assertThat(signals(arrivals(rows))).isEqualTo(signals(arrivals(StepRows.drop(10, 10))));
    }

    @Test
    void a_drop_shows_the_worst_texts_of_its_time() throws Exception {
        List<DriftArrival> arrivals = arrivals(StepRows.drop(10, 10));
        for (int hour = 0; hour < 20; hour++) {
            Instant at = StepRows.MONDAY.plus(Duration.ofMinutes(hour * 60L + 30));
            arrivals.addAll(StepRows.told(
                    new CustomerText("t" + hour, at, hour < 10 ? -1 : -0.5, "text " + hour, List.of(), List.of()),
                    RULES));
        }
        DriftSignal whole = of(signals(arrivals), ALL);
        assertThat(whole.verbatims()).isNotEmpty().first().isEqualTo("text 10");
        assertThat(whole.verbatims()).doesNotContain("text 9");
    }

    @Test
    void a_drop_quotes_who_speaks_of_what_moved_and_not_who_is_angriest() throws Exception {
        List<DriftArrival> arrivals = arrivals(StepRows.drop(10, 10));
        for (int minute = 0; minute < 20 * 60; minute += 5) {
            Instant at = StepRows.MONDAY.plus(Duration.ofMinutes(minute + 1L));
            boolean stuck = minute >= 600 && minute % 10 == 0;
            arrivals.addAll(StepRows.told(
                    new CustomerText(
                            "t" + minute,
                            at,
                            stuck ? -0.6 : minute % 60 == 5 ? -0.9 : 0.5,
                            stuck ? "my parcel is stuck " + minute : "torn linen " + minute,
                            List.of(stuck ? "channel=app" : "channel=phone"),
                            List.of(stuck ? "delivery" : "quality")),
                    RULES));
        }
        DriftSignal whole = of(signals(arrivals), ALL);
        assertThat(whole.aspects()).first().satisfies(aspect -> {
            assertThat(aspect.name()).isEqualTo("delivery");
            assertThat(aspect.before()).isZero();
            assertThat(aspect.share()).isCloseTo(0.5, within(0.05));
        });
        assertThat(whole.verbatims()).hasSize(5).allMatch(text -> text.startsWith("my parcel"));
    }

    @Test
    void a_segment_that_falls_silent_while_its_drift_lasts_is_told_as_no_data_and_not_as_over() throws Exception {
        try (var watch = watch()) {
            feed(watch, arrivals(StepRows.drop(10, 10)));
            watch.processWatermark(
                    new Watermark(StepRows.MONDAY.plus(Duration.ofHours(43)).toEpochMilli()));
            assertThat(watch.extractOutputValues())
                    .extracting(DriftSignal::phase)
                    .doesNotContain(DriftPhase.NO_DATA);

            watch.processWatermark(
                    new Watermark(StepRows.MONDAY.plus(Duration.ofHours(45)).toEpochMilli()));
            assertThat(watch.extractOutputValues())
                    .filteredOn(signal -> signal.segment().equals(Segment.ALL))
                    .extracting(DriftSignal::phase)
                    .containsExactly(DriftPhase.DRIFTED, DriftPhase.NO_DATA);
        }
    }

    @Test
    void state_and_timers_return_to_zero_and_a_lasting_drift_ends() throws Exception {
        try (var watch = watch()) {
            feed(watch, arrivals(StepRows.drop(10, 10)));
            CustomerText text = new CustomerText("t", StepRows.MONDAY, 0, "text", List.of(), List.of("delivery"));
            for (DriftArrival told : StepRows.told(text, RULES)) {
                watch.processElement(told, 0);
            }
            watch.processWatermark(
                    new Watermark(StepRows.MONDAY.plus(Duration.ofDays(40)).toEpochMilli()));

            assertThat(watch.numKeyedStateEntries()).isZero();
            assertThat(watch.numEventTimeTimers()).isZero();
            assertThat(watch.extractOutputValues())
                    .extracting(DriftSignal::phase)
                    .filteredOn(DriftPhase.SETTLED::equals)
                    .hasSize(2);
        }
    }

    @Test
    void at_the_end_of_a_replay_time_stands_still() throws Exception {
        try (var watch = watch()) {
            for (DriftArrival arrival : arrivals(StepRows.drop(10, 10))) {
                watch.processElement(arrival, 0);
            }
            watch.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(watch.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void a_restore_in_the_middle_changes_nothing() throws Exception {
        List<DriftArrival> arrivals = arrivals(StepRows.drop(10, 10));
        List<DriftSignal> signals = new ArrayList<>();
        OperatorSubtaskState checkpoint;
        try (var watch = watch()) {
            feed(watch, arrivals.subList(0, 61));
            signals.addAll(watch.extractOutputValues());
            checkpoint = watch.snapshot(1, 1);
        }
        try (var watch = harness()) {
            watch.initializeState(checkpoint);
            watch.open();
            feed(watch, arrivals.subList(61, arrivals.size()));
            watch.processWatermark(
                    new Watermark(StepRows.MONDAY.plus(Duration.ofDays(2)).toEpochMilli()));
            signals.addAll(watch.extractOutputValues());
        }
        assertThat(signals).containsExactlyInAnyOrderElementsOf(signals(arrivals));
    }

    private static DriftSignal of(List<DriftSignal> signals, Map<String, String> segment) {
        return signals.stream()
                .filter(signal -> signal.segment().values().equals(segment))
                .findFirst()
                .orElseThrow();
    }

    private static List<DriftArrival> arrivals(List<ScoreRow> rows) throws Exception {
        return new ArrayList<>(StepRows.steps(rows, RULES));
    }

    /** All arrivals first, then the watermark in one leap: in a replay, records outrun it. */
    private static List<DriftSignal> signals(List<DriftArrival> arrivals) throws Exception {
        try (var watch = watch()) {
            for (DriftArrival arrival : arrivals) {
                watch.processElement(arrival, 0);
            }
            watch.processWatermark(
                    new Watermark(StepRows.MONDAY.plus(Duration.ofDays(2)).toEpochMilli()));
            return watch.extractOutputValues();
        }
    }

    /** The watermark follows each arrival. */
    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, DriftArrival, DriftSignal> watch,
            List<DriftArrival> arrivals)
            throws Exception {
        for (DriftArrival arrival : arrivals) {
            Instant asOf = Objects.requireNonNull(arrival.step()).asOf();
            watch.processWatermark(new Watermark(asOf.toEpochMilli() - 1));
            watch.processElement(arrival, asOf.toEpochMilli());
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DriftArrival, DriftSignal> watch() throws Exception {
        var watch = harness();
        watch.open();
        return watch;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DriftArrival, DriftSignal> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DriftWatch(RULES)), DriftArrival::segmentKey, Types.STRING);
    }
}
