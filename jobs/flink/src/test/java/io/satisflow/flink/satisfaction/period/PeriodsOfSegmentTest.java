package io.satisflow.flink.satisfaction.period;

import static io.satisflow.flink.satisfaction.period.PeriodsHarness.BERLIN;
import static io.satisflow.flink.satisfaction.period.PeriodsHarness.at;
import static io.satisflow.flink.satisfaction.period.PeriodsHarness.change;
import static io.satisflow.flink.satisfaction.period.PeriodsHarness.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.satisfaction.period.Period;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreMeaning;
import io.satisflow.satisfaction.score.ScoreRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The operator that keeps periods to date: what it tells and when, what it forgets, and that a restore changes nothing. */
class PeriodsOfSegmentTest {
    @Test
    void each_period_is_told_at_the_end_of_a_step_and_when_it_ends_and_in_the_end_nothing_is_left() throws Exception {
        try (PeriodsHarness harness = new PeriodsHarness()) {
            add(harness, at("2026-03-03T08:10"), 5, 1);
            harness.processWatermark(millis("2026-03-05T12:00"));

            assertThat(told(harness, Period.TODAY))
                    .containsExactly("2026-03-03T09:00: 1", "2026-03-04T00:00: 1", "2026-03-04T01:00: 0");
            assertThat(told(harness, Period.YEAR)).startsWith("2026-03-03T09:00: 1");
            assertThat(harness.numKeyedStateEntries()).isPositive();

            harness.processWatermark(millis("2029-01-01T00:00"));

            assertThat(told(harness, Period.WEEK)).contains("2026-03-09T00:00: 1", "2026-03-09T01:00: 0");
            assertThat(told(harness, Period.MONTH)).contains("2026-04-01T00:00: 1", "2026-04-01T01:00: 0");
            assertThat(told(harness, Period.YEAR)).contains("2027-01-01T00:00: 1", "2027-01-01T01:00: 0");
            harness.assertNothingIsLeft();
        }
    }

    @Test
    void what_is_taken_back_leaves_no_trace() throws Exception {
        try (PeriodsHarness harness = new PeriodsHarness()) {
            add(harness, at("2026-03-03T08:10"), 5, 1);
            harness.processWatermark(millis("2026-03-03T10:30"));
            harness.processElement(change(at("2026-03-03T08:10"), at("2026-03-03T11:20"), 5, -1), 0);
            harness.processWatermark(millis("2026-03-03T12:00"));

            assertThat(told(harness, Period.TODAY)).containsExactly("2026-03-03T09:00: 1", "2026-03-03T12:00: 0");
            assertThat(harness.numKeyedStateEntries()).isZero();
            harness.processWatermark(millis("2026-03-04T00:00"));
            harness.assertNothingIsLeft();
        }
    }

    @Test
    void a_row_stands_beside_the_period_before_the_year_before_and_the_plan() throws Exception {
        try (PeriodsHarness harness = new PeriodsHarness()) {
            for (int day = 1; day <= 20; day++) {
                // A quarter is satisfied in March 2025, half in February 2026, three quarters in March.
                add(
                        harness,
                        LocalDate.of(2025, 3, day).atTime(12, 0).atZone(BERLIN).toInstant(),
                        day % 4 == 0 ? 5 : 1,
                        1);
                add(
                        harness,
                        LocalDate.of(2026, 2, day).atTime(12, 0).atZone(BERLIN).toInstant(),
                        day % 2 == 0 ? 5 : 1,
                        1);
                add(
                        harness,
                        LocalDate.of(2026, 3, day).atTime(12, 0).atZone(BERLIN).toInstant(),
                        day % 4 == 0 ? 1 : 5,
                        1);
            }
            harness.processWatermark(millis("2026-03-20T13:00"));

            ReportedScore csat = last(harness, Period.MONTH).scores().get("csat");
            assertThat(csat).isNotNull();
            assertThat(csat.value()).isEqualTo(75);
            assertThat(csat.previous()).isEqualTo(50);
            assertThat(csat.standing().yearBefore().value()).isEqualTo(25);
            assertThat(Objects.requireNonNull(csat.standing().yearBefore().changeLow()))
                    .isPositive();
            assertThat(csat.movement()).isEqualTo(ReportedScore.Movement.WITHIN_NOISE);
            assertThat(csat.standing().shown()).isEqualTo(ScoreMeaning.Shown.GREYED);
            // On 20 March at 13:00, 78 days and 13 hours of 364 days of the plan have passed; clocks change on the 29th
            // alone.
            assertThat(Objects.requireNonNull(csat.target())).isCloseTo(60 + 20 * (78 + 13 / 24.0) / 364, within(0.01));
            assertThat(csat.standing().plan()).isEqualTo(ScoreMeaning.Plan.ON);
            double passed = (19 * 24 + 13) / (31 * 24 - 1.0);
            double goal = 60 + 20 * (90 - 1 / 24.0) / 364;
            assertThat(Objects.requireNonNull(csat.standing().needed()))
                    .isCloseTo((goal - 75 * passed) / (1 - passed), within(0.01));
            assertThat(Objects.requireNonNull(
                                    last(harness, Period.MONTH).scores().get("volume"))
                            .standing()
                            .needed())
                    .isNull();
        }
    }

    @Test
    void after_the_end_of_a_replay_time_stands_still() throws Exception {
        try (PeriodsHarness harness = new PeriodsHarness()) {
            add(harness, at("2026-03-03T08:10"), 5, 1);
            harness.processWatermark(millis("2026-03-03T09:00"));
            int told = harness.extractOutputValues().size();
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.extractOutputValues()).hasSize(told);
        }
    }

    private static void add(PeriodsHarness harness, Instant at, int answer, int count) throws Exception {
        harness.processElement(change(at, at, answer, count), at.toEpochMilli());
    }

    private static List<String> told(PeriodsHarness harness, Period period) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.window().equals(period.wireName()))
                .map(row -> "%s: %d"
                        .formatted(
                                LocalDateTime.ofInstant(row.to(), BERLIN),
                                Objects.requireNonNull(row.scores().get("volume"))
                                        .n()))
                .toList();
    }

    private static ScoreRow last(PeriodsHarness harness, Period period) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.window().equals(period.wireName()))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
