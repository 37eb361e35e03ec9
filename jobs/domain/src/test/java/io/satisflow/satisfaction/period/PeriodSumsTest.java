package io.satisflow.satisfaction.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodSumsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_day_of_23_or_25_hours_is_a_day() throws Exception {
        PeriodSettings settings = settings(BERLIN);
        Days days = new Days(settings);
        // Clocks go forward at 2:00 on 29 March 2026, and back at 3:00 on 25 October.
        for (String at : List.of("2026-03-29T00:30", "2026-03-29T23:30", "2026-10-25T00:30", "2026-10-25T23:30")) {
            days.add(LocalDateTime.parse(at).atZone(BERLIN).toInstant());
        }

        assertThat(n(days, Period.TODAY, "2026-03-30T00:00")).isEqualTo("2 beside 0 and 0");
        assertThat(n(days, Period.TODAY, "2026-10-26T00:00")).isEqualTo("2 beside 0 and 0");
        assertThat(n(days, Period.TODAY, "2026-10-26T01:00")).isEqualTo("0 beside 1 and 0");
        assertThat(n(days, Period.MONTH, "2026-11-01T00:00")).isEqualTo("2 beside 0 and 0");
    }

    @Test
    void a_month_is_compared_as_far_as_it_has_come_and_a_shorter_one_as_a_whole() throws Exception {
        Days days = new Days(settings(BERLIN));
        for (int day = 1; day <= 28; day++) {
            days.add(LocalDate.of(2026, 2, day).atTime(12, 0).atZone(BERLIN).toInstant());
        }
        for (int day = 1; day <= 31; day++) {
            days.add(LocalDate.of(2026, 3, day).atTime(12, 0).atZone(BERLIN).toInstant());
        }

        assertThat(n(days, Period.MONTH, "2026-03-10T13:00")).isEqualTo("10 beside 10 and 0");
        assertThat(n(days, Period.MONTH, "2026-03-10T12:00")).isEqualTo("9 beside 9 and 0");
        assertThat(n(days, Period.MONTH, "2026-03-31T13:00")).isEqualTo("31 beside 28 and 0");
    }

    @Test
    void a_week_begins_on_the_declared_day() throws Exception {
        PeriodSettings fromSunday = new PeriodSettings(
                ZoneId.of("America/New_York"), DayOfWeek.SUNDAY, List.of(Period.values()), Duration.ofHours(1));
        assertThat(Period.WEEK.startOf(LocalDate.of(2026, 3, 4), fromSunday.firstOfWeek()))
                .isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Period.WEEK.startOf(LocalDate.of(2026, 3, 4), DayOfWeek.MONDAY))
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(Period.WEEK.yearBefore(LocalDate.of(2026, 3, 2)).getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void quarters_and_half_years_begin_where_people_have_them() {
        LocalDate day = LocalDate.of(2026, 8, 17);
        assertThat(Period.QUARTER.startOf(day, DayOfWeek.MONDAY)).isEqualTo("2026-07-01");
        assertThat(Period.HALF_YEAR.startOf(day, DayOfWeek.MONDAY)).isEqualTo("2026-07-01");
        assertThat(Period.HALF_YEAR.startOf(day.minusMonths(2), DayOfWeek.MONDAY))
                .isEqualTo("2026-01-01");
        assertThat(Period.YEAR.startOf(day, DayOfWeek.MONDAY)).isEqualTo("2026-01-01");
    }

    /** Against a plain loop over all that was said, with what is taken back among it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Berlin", "Asia/Shanghai", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"})
    void every_period_is_what_a_naive_count_says(String zone) throws Exception {
        PeriodSettings settings = settings(ZoneId.of(zone));
        Random random = new Random(zone.hashCode());
        Days days = new Days(settings);
        Instant first = Instant.parse("2024-06-01T00:00:00Z");
        for (int i = 0; i < 3_000; i++) {
            Instant at = first.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 730)));
            days.add(at);
            if (random.nextInt(5) == 0) {
                days.takeBack(at);
            }
        }
        for (int i = 0; i < 300; i++) {
            Instant to = settings.boundary(
                    Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 150))));
            for (Period period : Period.values()) {
                PeriodStanding standing = new PeriodSums(settings, days).at(period, to);
                assertThat(standing.current().of("volume").n())
                        .as("%s at %s", period, to)
                        .isEqualTo(days.naive(standing.from(), to));
                LocalDate start = settings.dayOf(standing.from());
                assertThat(standing.previous().of("volume").n())
                        .as("before %s at %s", period, to)
                        .isEqualTo(days.naiveAsFar(period, period.before(start), start, to));
                assertThat(standing.yearBefore().of("volume").n())
                        .as("a year before %s at %s", period, to)
                        .isEqualTo(days.naiveAsFar(period, period.yearBefore(start), start, to));
            }
        }
    }

    private static PeriodSettings settings(ZoneId zone) {
        return new PeriodSettings(zone, DayOfWeek.MONDAY, List.of(Period.values()), Duration.ofHours(1));
    }

    private static String n(Days days, Period period, String local) throws Exception {
        Instant to = LocalDateTime.parse(local).atZone(BERLIN).toInstant();
        PeriodStanding standing = new PeriodSums(days.settings, days).at(period, to);
        return "%d beside %d and %d"
                .formatted(
                        standing.current().of("volume").n(),
                        standing.previous().of("volume").n(),
                        standing.yearBefore().of("volume").n());
    }

    /** On the heap, with all instants beside. */
    private static final class Days implements DayStore {
        private final PeriodSettings settings;
        private final Map<LocalDate, SortedMap<Integer, Tallies>> days = new TreeMap<>();
        private final List<Instant> said = new ArrayList<>();

        Days(PeriodSettings settings) {
            this.settings = settings;
        }

        void add(Instant at) {
            said.add(at);
            put(at, Tallies.of("volume", Tally.one()));
        }

        void takeBack(Instant at) {
            said.remove(at);
            put(at, Tallies.of("volume", Tally.one()).negated());
        }

        private void put(Instant at, Tallies more) {
            days.computeIfAbsent(settings.dayOf(at), any -> new TreeMap<>())
                    .merge(settings.slotOf(at), more, Tallies::plus);
        }

        long naive(Instant from, Instant to) {
            return said.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(to))
                    .count();
        }

        /** By the clock on the wall: as many days and as much of a day, and never beyond the end. */
        long naiveAsFar(Period period, LocalDate other, LocalDate start, Instant to) {
            LocalDate today = settings.dayOf(to.minusMillis(1));
            LocalDate end = period.next(other);
            LocalDate day = other.plusDays(today.toEpochDay() - start.toEpochDay());
            if (!day.isBefore(end)) {
                return naive(settings.startOf(other), settings.startOf(end));
            }
            long whole = naive(settings.startOf(other), settings.startOf(day));
            boolean isWholeDay = to.equals(settings.startOf(today.plusDays(1)));
            Instant until = isWholeDay
                    ? settings.startOf(day.plusDays(1))
                    : settings.startOf(day).plus(Duration.between(settings.startOf(today), to));
            return whole
                    + said.stream()
                            .filter(at -> settings.dayOf(at).equals(day) && at.isBefore(until))
                            .count();
        }

        @Override
        public SortedMap<Integer, Tallies> day(LocalDate day) {
            return days.getOrDefault(day, new TreeMap<>());
        }

        @Override
        public Tallies month(LocalDate first) {
            return days.entrySet().stream()
                    .filter(entry -> entry.getKey().withDayOfMonth(1).equals(first))
                    .flatMap(entry -> entry.getValue().values().stream())
                    .reduce(Tallies.NOTHING, Tallies::plus);
        }
    }
}
