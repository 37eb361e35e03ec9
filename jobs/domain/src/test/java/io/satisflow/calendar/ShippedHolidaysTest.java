package io.satisflow.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sets of config/calendars/holidays, against the rules by which these holidays are fixed. */
class ShippedHolidaysTest {
    private static final HolidaySet CHINA = shipped("cn");

    @Test
    void the_make_up_days_of_china_are_those_announced() {
        assertThat(CHINA.makeUpDays().keySet())
                .containsExactlyElementsOf(dates("2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14"
                        + " 2024-09-29 2024-10-12 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04"
                        + " 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"));
    }

    @Test
    void in_china_only_weekend_days_are_made_up_and_none_of_them_is_a_holiday() {
        assertThat(CHINA.makeUpDays().keySet())
                .allMatch(ShippedHolidaysTest::isWeekend)
                .doesNotContainAnyElementsOf(CHINA.holidays().keySet());
    }

    @ParameterizedTest
    @CsvSource({"2024, 11", "2025, 13", "2026, 13"})
    void in_china_weekdays_off_less_days_made_up_are_the_days_that_the_law_gives(int year, int statutory) {
        long weekdaysOff = in(year, CHINA.holidays().keySet()).stream()
                .filter(day -> !isWeekend(day))
                .count();

        assertThat(weekdaysOff - in(year, CHINA.makeUpDays().keySet()).size()).isEqualTo(statutory);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-10, 2024-02-17, Spring Festival",
        "2025-01-28, 2025-02-04, Spring Festival",
        "2026-02-15, 2026-02-23, Spring Festival",
        "2024-06-08, 2024-06-10, Dragon Boat Festival",
        "2025-05-31, 2025-06-02, Dragon Boat Festival",
        "2026-06-19, 2026-06-21, Dragon Boat Festival",
        "2024-09-15, 2024-09-17, Mid-Autumn Festival",
        "2026-09-25, 2026-09-27, Mid-Autumn Festival",
        "2025-10-01, 2025-10-08, National Day and Mid-Autumn Festival",
        "2026-10-01, 2026-10-07, National Day"
    })
    void a_holiday_of_china_lasts_from_its_first_to_its_last_day(LocalDate first, LocalDate last, String name) {
        assertThat(first.datesUntil(last.plusDays(1)))
                .allSatisfy(day -> assertThat(CHINA.holidays()).containsEntry(day, name));
        assertThat(CHINA.holidays()).doesNotContainKeys(first.minusDays(1), last.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026", "2027", "2028"})
    void germany_has_five_days_that_stand_fast_and_four_that_move_with_easter(int year) {
        LocalDate easter = easter(year);

        assertThat(in(year, shipped("de").holidays().keySet()))
                .containsExactlyInAnyOrder(
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 10, 3),
                        LocalDate.of(year, 12, 25),
                        LocalDate.of(year, 12, 26),
                        easter.minusDays(2),
                        easter.plusDays(1),
                        easter.plusDays(39),
                        easter.plusDays(50));
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026", "2027", "2028"})
    void federal_holidays_of_the_united_states_follow_the_law_and_are_observed_on_weekdays(int year) {
        List<LocalDate> fixed = List.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 6, 19),
                LocalDate.of(year, 7, 4),
                LocalDate.of(year, 11, 11),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year + 1, 1, 1));
        Stream<LocalDate> moving = Stream.of(
                month(year, Month.JANUARY).with(dayOfWeekInMonth(3, MONDAY)),
                month(year, Month.FEBRUARY).with(dayOfWeekInMonth(3, MONDAY)),
                month(year, Month.MAY).with(lastInMonth(MONDAY)),
                month(year, Month.SEPTEMBER).with(firstInMonth(MONDAY)),
                month(year, Month.OCTOBER).with(dayOfWeekInMonth(2, MONDAY)),
                month(year, Month.NOVEMBER).with(dayOfWeekInMonth(4, THURSDAY)));
        Stream<LocalDate> observed = fixed.stream().map(day -> switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        });

        assertThat(in(year, shipped("us").holidays().keySet()))
                .isEqualTo(in(
                        year,
                        Stream.of(fixed.stream(), moving, observed)
                                .flatMap(days -> days)
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026", "2027", "2028"})
    void bank_holidays_of_england_have_a_weekday_in_the_place_of_each_on_a_weekend(int year) {
        LocalDate easter = easter(year);
        List<LocalDate> expected = new ArrayList<>(List.of(
                easter.minusDays(2),
                easter.plusDays(1),
                month(year, Month.MAY).with(firstInMonth(MONDAY)),
                month(year, Month.MAY).with(lastInMonth(MONDAY)),
                month(year, Month.AUGUST).with(lastInMonth(MONDAY))));
        for (LocalDate day :
                List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26))) {
            expected.add(day);
            if (isWeekend(day)) {
                LocalDate substitute = day;
                while (isWeekend(substitute) || expected.contains(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                expected.add(substitute);
            }
        }

        assertThat(in(year, shipped("gb-eng").holidays().keySet())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_shipped_day_has_a_name() {
        for (String name : List.of("cn", "de", "us", "gb-eng")) {
            assertThat(shipped(name).holidays().values()).as(name).noneMatch(String::isBlank);
            assertThat(shipped(name).makeUpDays().values()).as(name).noneMatch(String::isBlank);
        }
    }

    /** The anonymous Gregorian algorithm. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int full = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
        return LocalDate.of(year, 3, 28).plusDays(full - weekday);
    }

    private static HolidaySet shipped(String name) {
        return HolidaySets.in().find(name).orElseThrow();
    }

    private static Set<LocalDate> in(int year, Collection<LocalDate> days) {
        Set<LocalDate> ofYear = new TreeSet<>(days);
        ofYear.removeIf(day -> day.getYear() != year);
        return ofYear;
    }

    private static LocalDate month(int year, Month month) {
        return LocalDate.of(year, month, 1);
    }

    private static boolean isWeekend(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == SATURDAY || weekday == SUNDAY;
    }

    private static List<LocalDate> dates(String text) {
        return Stream.of(text.split(" ", -1)).map(LocalDate::parse).toList();
    }
}
