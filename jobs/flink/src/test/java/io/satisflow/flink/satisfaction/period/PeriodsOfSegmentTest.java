package io.satisflow.flink.satisfaction.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Rating;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.period.Period;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreMeaning;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.tally.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator that keeps periods to date: what it tells and when, what it forgets, and that a restore changes nothing. */
class PeriodsOfSegmentTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[]]
            periods: {zone: Europe/Berlin, step: 1h}
            metrics: {volume: {}, csat: {}}
            targets: {csat: {2026-01-01: 60, 2026-12-31: 80}}
            """));

    @Test
    void each_period_is_told_at_the_end_of_a_step_and_when_it_ends_and_in_the_end_nothing_is_left() throws Exception {
        try (Harness harness = new Harness()) {
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
            assertNothingIsLeft(harness);
        }
    }

    @Test
    void what_is_taken_back_leaves_no_trace() throws Exception {
        try (Harness harness = new Harness()) {
            add(harness, at("2026-03-03T08:10"), 5, 1);
            harness.processWatermark(millis("2026-03-03T10:30"));
            harness.processElement(change(at("2026-03-03T08:10"), at("2026-03-03T11:20"), 5, -1), 0);
            harness.processWatermark(millis("2026-03-03T12:00"));

            assertThat(told(harness, Period.TODAY)).containsExactly("2026-03-03T09:00: 1", "2026-03-03T12:00: 0");
            assertThat(harness.numKeyedStateEntries()).isZero();
            harness.processWatermark(millis("2026-03-04T00:00"));
            assertNothingIsLeft(harness);
        }
    }

    @Test
    void a_row_stands_beside_the_period_before_the_year_before_and_the_plan() throws Exception {
        try (Harness harness = new Harness()) {
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
            assertThat(last(harness, Period.MONTH)
                            .scores()
                            .get("volume")
                            .standing()
                            .needed())
                    .isNull();
        }
    }

    @Test
    void after_the_end_of_a_replay_time_stands_still() throws Exception {
        try (Harness harness = new Harness()) {
            add(harness, at("2026-03-03T08:10"), 5, 1);
            harness.processWatermark(millis("2026-03-03T09:00"));
            int told = harness.extractOutputValues().size();
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.extractOutputValues()).hasSize(told);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void with_edits_late_words_and_restores_each_row_is_what_a_naive_count_says(int seed) throws Exception {
        List<Said> said = random(seed);

        List<ScoreRow> uninterrupted = play(said, seed, false);
        List<ScoreRow> restored = play(said, seed, true);

        assertThat(restored).isEqualTo(uninterrupted).hasSizeGreaterThan(1_000);
        assertThat(restored)
                .allSatisfy(row -> assertThat(shown(row)).as("%s", row).isEqualTo(naive(row, said)));
    }

    /** @param count -1 for what is taken back */
    private record Said(Instant at, Instant knownAt, int count) {}

    private static List<Said> random(int seed) {
        Random random = new Random(seed);
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            // Across both changes of clocks of two years.
            Instant at = at("2025-01-20T00:00").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 480)));
            Instant known = at.plus(Duration.ofMinutes(random.nextInt(3) == 0 ? random.nextInt(60 * 24 * 40) : 0));
            said.add(new Said(at, known, 1));
            if (random.nextInt(5) == 0) {
                said.add(new Said(at, known.plus(Duration.ofMinutes(random.nextInt(10_000))), -1));
            }
        }
        return said;
    }

    private static List<ScoreRow> play(List<Said> said, int seed, boolean restores) throws Exception {
        Random random = new Random(seed);
        List<ScoreRow> told = new ArrayList<>();
        List<Said> open = new ArrayList<>(said);
        Harness harness = new Harness();
        Instant watermark = at("2025-01-01T00:00");
        while (watermark.isBefore(at("2028-12-01T00:00"))) {
            Instant next = watermark.plus(Duration.ofHours(1 + random.nextInt(24 * 30)));
            for (Said each : List.copyOf(open)) {
                // Some come long before the watermark lets them be used.
                if (!each.knownAt().isAfter(next) || random.nextInt(20) == 0) {
                    harness.processElement(change(each.at(), each.knownAt(), 5, each.count()), 0);
                    open.remove(each);
                }
            }
            if (restores) {
                told.addAll(harness.extractOutputValues());
                harness = harness.restored();
            }
            harness.processWatermark(next.toEpochMilli());
            watermark = next;
        }
        told.addAll(harness.extractOutputValues());
        assertNothingIsLeft(harness);
        harness.close();
        return told;
    }

    private static String shown(ScoreRow row) {
        ReportedScore volume = Objects.requireNonNull(row.scores().get("volume"));
        return "%d, %s, %s"
                .formatted(
                        volume.n(),
                        volume.previous(),
                        volume.standing().yearBefore().value());
    }

    /** By the calendar on the wall: as many days and as much of a day into each of the three periods. */
    private static String naive(ScoreRow row, List<Said> said) {
        Period period = Period.named(row.window()).orElseThrow();
        LocalDate start = LocalDate.ofInstant(row.from(), BERLIN);
        Instant to = row.to();
        long current = count(said, to, row.from(), to);
        return "%d, %s, %s"
                .formatted(
                        current,
                        value(asFar(said, row, start, period.before(start), period)),
                        value(asFar(said, row, start, period.yearBefore(start), period)));
    }

    private static @Nullable Double value(long count) {
        return count == 0 ? null : (double) count;
    }

    private static long asFar(List<Said> said, ScoreRow row, LocalDate start, LocalDate other, Period period) {
        LocalDate today = LocalDate.ofInstant(row.to().minusMillis(1), BERLIN);
        LocalDate day = other.plusDays(today.toEpochDay() - start.toEpochDay());
        Instant end = period.next(other).atStartOfDay(BERLIN).toInstant();
        boolean isWholeDay =
                row.to().equals(today.plusDays(1).atStartOfDay(BERLIN).toInstant());
        Instant nextDay = day.plusDays(1).atStartOfDay(BERLIN).toInstant();
        Instant sameTime = day.atStartOfDay(BERLIN)
                .toInstant()
                .plus(Duration.between(today.atStartOfDay(BERLIN).toInstant(), row.to()));
        Instant until = isWholeDay || sameTime.isAfter(nextDay) ? nextDay : sameTime;
        return count(said, row.to(), other.atStartOfDay(BERLIN).toInstant(), until.isBefore(end) ? until : end);
    }

    private static long count(List<Said> said, Instant knownBy, Instant from, Instant to) {
        return said.stream()
                .filter(each -> !each.knownAt().isAfter(knownBy)
                        && !each.at().isBefore(from)
                        && each.at().isBefore(to))
                .mapToLong(Said::count)
                .sum();
    }

    private static void add(Harness harness, Instant at, int answer, int count) throws Exception {
        harness.processElement(change(at, at, answer, count), at.toEpochMilli());
    }

    private static SegmentChange change(Instant said, Instant known, int answer, int count) {
        Tallies one = SETTINGS.tally(new Response(List.of(new Rating("csat", answer, 1, 5)), null));
        return new SegmentChange(
                "(all)",
                known.toEpochMilli(),
                said.toEpochMilli(),
                TalliesFormat.write(count < 0 ? one.negated() : one));
    }

    private static List<String> told(Harness harness, Period period) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.window().equals(period.wireName()))
                .map(row -> "%s: %d"
                        .formatted(
                                LocalDateTime.ofInstant(row.to(), BERLIN),
                                Objects.requireNonNull(row.scores().get("volume"))
                                        .n()))
                .toList();
    }

    private static ScoreRow last(Harness harness, Period period) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.window().equals(period.wireName()))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static long millis(String local) {
        return at(local).toEpochMilli();
    }

    private static void assertNothingIsLeft(Harness harness) {
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    /** The operator, begun anew or from where another one stopped. */
    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<String, SegmentChange, ScoreRow> {
        Harness() throws Exception {
            this(null);
        }

        private Harness(@Nullable OperatorSubtaskState snapshot) throws Exception {
            super(new KeyedProcessOperator<>(new PeriodsOfSegment(SETTINGS)), SegmentChange::segment, Types.STRING);
            setup();
            if (snapshot != null) {
                initializeState(snapshot);
            }
            open();
        }

        Harness restored() throws Exception {
            Harness next = new Harness(snapshot(1, 1));
            close();
            return next;
        }
    }
}
