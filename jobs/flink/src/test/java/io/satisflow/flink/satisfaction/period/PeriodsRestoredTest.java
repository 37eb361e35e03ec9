package io.satisflow.flink.satisfaction.period;

import static io.satisflow.flink.satisfaction.period.PeriodsHarness.BERLIN;
import static io.satisflow.flink.satisfaction.period.PeriodsHarness.at;
import static io.satisflow.flink.satisfaction.period.PeriodsHarness.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.period.Period;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With edits, late words and restores in between, each row of periods to date is what a naive count says. */
class PeriodsRestoredTest {
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
        PeriodsHarness harness = new PeriodsHarness();
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
        harness.assertNothingIsLeft();
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
}
