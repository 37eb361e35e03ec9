package io.satisflow.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesWatchTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final DriftRules RULES = new DriftRules(HOUR, List.of("csat"), 0.2, 3, 10, 30, Duration.ofDays(30));

    private final SeriesWatch watch = new SeriesWatch(RULES, Segment.ALL, "csat");
    private final List<DriftSignal> signals = new ArrayList<>();
    private SeriesState state = SeriesState.NEW;
    private int step;

    @Test
    void a_drop_after_the_baseline_is_a_signal_with_levels_time_and_n() {
        learn();
        Instant dropped = now();
        while (signals.isEmpty()) {
            step(70, 50, Map.of());
        }

        DriftSignal signal = signals.get(0);
        assertThat(signal.direction()).isEqualTo(Direction.DOWN);
        assertThat(signal.from()).isCloseTo(80, within(0.01));
        assertThat(signal.to()).isCloseTo(70, within(0.01));
        assertThat(signal.low()).isLessThan(70);
        assertThat(signal.high()).isBetween(70.0, 80.0);
        assertThat(signal.since()).isEqualTo(dropped);
        assertThat(signal.n()).isEqualTo(50L * (step - 10));
        assertThat(signal.at()).isEqualTo(now());
        assertThat(signal.phase()).isEqualTo(DriftPhase.DRIFTED);
    }

    @Test
    void the_same_steps_give_the_same_id() {
        learn();
        while (signals.isEmpty()) {
            step(70, 50, Map.of());
        }
        SeriesWatchTest again = new SeriesWatchTest();
        again.learn();
        while (again.signals.isEmpty()) {
            again.step(70, 50, Map.of());
        }
        assertThat(again.signals.get(0).id()).isEqualTo(signals.get(0).id());
    }

    @Test
    void a_drift_is_told_once_and_ends_when_the_average_is_back() {
        learn();
        for (int i = 0; i < 10; i++) {
            step(70, 50, Map.of());
        }
        assertThat(signals).hasSize(1);
        for (int i = 0; i < 20; i++) {
            step(i % 2 == 0 ? 79 : 81, 50, Map.of());
        }

        assertThat(signals).hasSize(2);
        assertThat(signals.get(1).phase()).isEqualTo(DriftPhase.ENDED);
        assertThat(signals.get(1).id()).isEqualTo(signals.get(0).id());
    }

    @Test
    void few_answers_never_signal() {
        learn();
        for (int i = 0; i < 50; i++) {
            step(0, 29, Map.of());
        }
        assertThat(signals).isEmpty();
    }

    @Test
    void nothing_is_said_while_the_baseline_is_learnt() {
        for (int i = 0; i < 10; i++) {
            step(i < 5 ? 90 : 10, 50, Map.of());
        }
        assertThat(signals).isEmpty();
    }

    @Test
    void drivers_add_up_to_the_change_and_the_part_that_fell_stands_first() {
        for (int i = 0; i < 10; i++) {
            parts(i % 2 == 0 ? 79 : 81, i % 2 == 0 ? 79 : 81);
        }
        while (signals.isEmpty()) {
            parts(80, 60);
        }

        DriftSignal signal = signals.get(0);
        double sum = signal.drivers().stream().mapToDouble(Driver::contribution).sum();
        assertThat(sum).isCloseTo(signal.to() - signal.from(), within(1e-9));
        assertThat(signal.drivers().get(0).name()).isEqualTo("channel=app");
        assertThat(signal.drivers().get(0).contribution()).isCloseTo(-10, within(0.01));
        assertThat(signal.drivers()).extracting(Driver::name).doesNotContain(Driver.OTHER);
    }

    @Test
    void what_the_known_parts_do_not_explain_is_other() {
        learn();
        while (signals.isEmpty()) {
            step(70, 100, Map.of("channel=app", 40.0));
        }
        DriftSignal signal = signals.get(0);
        double sum = signal.drivers().stream().mapToDouble(Driver::contribution).sum();
        assertThat(sum).isCloseTo(signal.to() - signal.from(), within(1e-9));
        assertThat(signal.drivers()).extracting(Driver::name).contains(Driver.OTHER);
    }

    @Test
    void a_drift_that_lasts_ends_when_the_series_is_forgotten() {
        learn();
        while (signals.isEmpty()) {
            step(70, 50, Map.of());
        }
        assertThat(watch.forget(state, now())).hasValueSatisfying(end -> {
            assertThat(end.phase()).isEqualTo(DriftPhase.SETTLED);
            assertThat(end.id()).isEqualTo(signals.get(0).id());
        });
        assertThat(watch.forget(SeriesState.NEW, now())).isEmpty();
    }

    @Test
    void mix_and_rate_are_told_apart() {
        for (int i = 0; i < 10; i++) {
            mixed(i % 2 == 0 ? 1 : -1, 50, 50);
        }
        while (signals.isEmpty()) {
            mixed(0, 10, 90);
        }

        DriftSignal signal = signals.get(0);
        assertThat(signal.to() - signal.from())
                .as("40 % of answers moved to a part that is 40 points lower")
                .isCloseTo(-16, within(0.5));
        assertThat(signal.drivers())
                .allSatisfy(driver -> assertThat(driver.rate()).isCloseTo(0, within(0.5)));
        assertThat(signal.drivers().stream().mapToDouble(Driver::mix).sum()).isCloseTo(-16, within(0.5));
    }

    @Test
    void the_parts_of_every_dimension_add_up_by_themselves() {
        for (int i = 0; i < 10; i++) {
            int noise = i % 2 == 0 ? 1 : -1;
            step(80 + noise, 100, Map.of("channel=app", 80.0 + noise, "region=north", 80.0 + noise));
        }
        while (signals.isEmpty()) {
            step(70, 100, Map.of("channel=app", 60.0, "region=north", 75.0));
        }

        DriftSignal signal = signals.get(0);
        assertThat(signal.drivers()).extracting(Driver::dimension).contains("channel", "region");
        for (String dimension : List.of("channel", "region")) {
            double sum = signal.drivers().stream()
                    .filter(driver -> driver.dimension().equals(dimension))
                    .mapToDouble(Driver::contribution)
                    .sum();
            assertThat(sum).as(dimension).isCloseTo(signal.to() - signal.from(), within(1e-9));
        }
    }

    @Test
    void a_new_level_that_lasts_is_learnt_and_the_next_fall_is_told() {
        learn();
        for (int i = 0; i < 60; i++) {
            step(i % 2 == 0 ? 69 : 71, 50, Map.of());
        }
        assertThat(signals).extracting(DriftSignal::phase).containsExactly(DriftPhase.DRIFTED, DriftPhase.SETTLED);
        for (int i = 0; i < 10; i++) {
            step(i % 2 == 0 ? 59 : 61, 50, Map.of());
        }

        assertThat(signals)
                .extracting(DriftSignal::phase)
                .containsExactly(DriftPhase.DRIFTED, DriftPhase.SETTLED, DriftPhase.DRIFTED);
        assertThat(signals.get(2).from()).as("the level learnt, at its hour").isCloseTo(70, within(1.5));
        assertThat(signals.get(2).to()).isCloseTo(60, within(1.0));
    }

    @Test
    void a_second_fall_is_told_before_the_first_has_settled() {
        learn();
        for (int i = 0; i < 10; i++) {
            step(i % 2 == 0 ? 69 : 71, 50, Map.of());
        }
        for (int i = 0; i < 10; i++) {
            step(i % 2 == 0 ? 49 : 51, 50, Map.of());
        }
        assertThat(signals)
                .extracting(DriftSignal::phase)
                .containsExactly(DriftPhase.DRIFTED, DriftPhase.SETTLED, DriftPhase.DRIFTED);
        assertThat(signals.get(2).id()).isNotEqualTo(signals.get(0).id());
    }

    @Test
    void silence_is_no_data_and_no_end_and_the_drift_goes_on_when_data_is_back() {
        learn();
        while (signals.isEmpty()) {
            step(70, 50, Map.of());
        }
        SeriesWatch.Turn silent = watch.silent(state, now());
        assertThat(silent.signals()).extracting(DriftSignal::phase).containsExactly(DriftPhase.NO_DATA);
        assertThat(watch.silent(silent.state(), now()).signals())
                .as("told once")
                .isEmpty();

        state = silent.state();
        step(70, 50, Map.of());
        assertThat(signals).extracting(DriftSignal::phase).containsExactly(DriftPhase.DRIFTED, DriftPhase.DRIFTED);
        assertThat(signals)
                .extracting(DriftSignal::id)
                .containsOnly(signals.get(0).id());
    }

    private void mixed(double noise, long app, long phone) {
        Map<String, Map<String, Reading>> byPart = Map.of(
                "channel=app", Map.of("csat", reading(100 + noise, app)),
                "channel=phone", Map.of("csat", reading(60 + noise, phone)));
        double whole = (app * (100 + noise) + phone * (60 + noise)) / (app + phone);
        Instant from = now();
        step++;
        SeriesWatch.Turn turn = watch.next(
                state, new SegmentStep(from, now(), now(), Map.of("csat", reading(whole, app + phone)), byPart));
        state = turn.state();
        signals.addAll(turn.signals());
    }

    private void learn() {
        for (int i = 0; i < 10; i++) {
            step(i % 2 == 0 ? 79 : 81, 50, Map.of());
        }
    }

    /** Two channels with as many answers each. */
    private void parts(double phone, double app) {
        step((phone + app) / 2, 100, Map.of("channel=phone", phone, "channel=app", app));
    }

    private void step(double value, long n, Map<String, Double> parts) {
        Map<String, Map<String, Reading>> byPart = new TreeMap<>();
        parts.forEach((name, part) -> byPart.put(name, Map.of("csat", reading(part, n / parts.size()))));
        Instant from = now();
        step++;
        SeriesWatch.Turn turn =
                watch.next(state, new SegmentStep(from, now(), now(), Map.of("csat", reading(value, n)), byPart));
        state = turn.state();
        signals.addAll(turn.signals());
    }

    private Instant now() {
        return MONDAY.plus(HOUR.multipliedBy(step));
    }

    private static Reading reading(double value, long n) {
        return new Reading(value, n, value - 2, value + 2);
    }
}
