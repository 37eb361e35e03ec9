package io.satisflow.flink.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.StepArrival;
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
import org.junit.jupiter.api.Test;

class DisjointStepsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant ONE = StepRows.MONDAY.plus(HOUR);
    private static final DriftRules RULES = new DriftRules(HOUR, List.of("csat"), 0.2, 3, 10, 30, Duration.ofDays(30));

    @Test
    void a_step_is_the_last_row_that_was_told_in_it_in_any_order_of_arrival() throws Exception {
        List<ScoreRow> rows = new ArrayList<>();
        for (int minute = 1; minute <= 50; minute++) {
            rows.add(row(minute, minute));
        }
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(rows, new Random(seed));
            List<StepArrival> steps = steps(rows);
            assertThat(steps).hasSize(1);
            assertThat(steps.get(0).to()).isEqualTo(ONE);
            assertThat(steps.get(0).from()).isEqualTo(StepRows.MONDAY);
            assertThat(steps.get(0).readings().get("csat"))
                    .extracting(reading -> reading.value())
                    .isEqualTo(50.0);
        }
    }

    @Test
    void a_row_at_the_end_of_a_step_is_of_that_step() throws Exception {
        assertThat(steps(List.of(row(60, 1), row(61, 2))))
                .extracting(StepArrival::to)
                .containsExactly(ONE, ONE.plus(HOUR));
    }

    @Test
    void a_correction_that_is_known_in_time_counts() throws Exception {
        ScoreRow late =
                StepRows.row(Map.of(), StepRows.MONDAY.plusSeconds(600), StepRows.MONDAY.plusSeconds(1200), 7.0, 100);
        List<StepArrival> steps = steps(List.of(row(10, 1), late));
        assertThat(Objects.requireNonNull(steps.get(0).readings().get("csat")).value())
                .isEqualTo(7.0);
    }

    @Test
    void a_correction_that_is_known_too_late_does_not() throws Exception {
        ScoreRow late = StepRows.row(Map.of(), StepRows.MONDAY.plusSeconds(600), ONE.plusSeconds(1), 7.0, 100);
        List<StepArrival> steps = steps(List.of(row(10, 1), late));
        assertThat(Objects.requireNonNull(steps.get(0).readings().get("csat")).value())
                .isEqualTo(1.0);
    }

    @Test
    void a_step_is_told_to_every_segment_that_it_is_a_part_of() throws Exception {
        List<DriftArrival> arrivals =
                StepRows.steps(List.of(StepRows.row(Map.of("a", "1", "b", "2"), 1, 80.0, 100)), RULES);
        assertThat(arrivals).extracting(DriftArrival::segmentKey).containsExactly("a=1,b=2", "b=2", "a=1");
        assertThat(arrivals)
                .extracting(arrival -> Objects.requireNonNull(arrival.step()).part())
                .containsExactly(null, "a=1", "b=2");
    }

    @Test
    void only_the_window_as_long_as_a_step_is_used() {
        Instant day = StepRows.MONDAY.plus(Duration.ofHours(24));
        assertThat(DisjointSteps.isAsLong(window("today", ONE), HOUR)).isFalse();
        assertThat(DisjointSteps.isAsLong(window("24h", day), HOUR)).isFalse();
        assertThat(DisjointSteps.isAsLong(window("60m", ONE), HOUR)).isTrue();
    }

    private static ScoreRow window(String name, Instant to) {
        return new ScoreRow(Segment.ALL, name, to.minus(HOUR), to, to, Map.of());
    }

    private static List<StepArrival> steps(List<ScoreRow> rows) throws Exception {
        return StepRows.steps(rows, RULES).stream()
                .map(arrival -> Objects.requireNonNull(arrival.step()))
                .toList();
    }

    private static ScoreRow row(int minute, double value) {
        Instant to = StepRows.MONDAY.plus(Duration.ofMinutes(minute));
        return StepRows.row(Map.of(), to, to, value, 100);
    }
}
