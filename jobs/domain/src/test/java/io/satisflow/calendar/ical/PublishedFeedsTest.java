package io.satisflow.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.satisflow.calendar.HolidaySet;
import io.satisflow.calendar.ical.HolidayFeed.Years;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds as they are published, which lie beside the shared data and not in this repository. */
class PublishedFeedsTest {

    @ParameterizedTest
    @CsvSource({
        "autogen-JapanHolidays.ics, 2025, 16, 0",
        "autogen-JapanHolidays.ics, 2026, 17, 0",
        "autogen-JapanHolidays.ics, 2027, 16, 0",
        "autogen-USHolidays.ics, 2026, 11, 0",
        "autogen-USHolidays.ics, 2027, 11, 0",
        "autogen-PhilippinesHolidays.ics, 2025, 20, 0",
        "autogen-PhilippinesHolidays.ics, 2026, 19, 0",
        "PhilippinesHolidays.ics, 2025, 13, 0",
        "PhilippinesHolidays.ics, 2026, 13, 0",
        "lanceliao-cn.ics, 2023, 26, 7",
        "lanceliao-cn.ics, 2024, 28, 8",
        "lanceliao-cn.ics, 2025, 28, 5"
    })
    void each_year_has_as_many_days_off_and_make_up_days_as_it_should(
            String file, int year, int daysOff, int makeUpDays) throws IOException {
        HolidaySet set = year(file, year);

        assertThat(set.holidays().keySet()).hasSize(daysOff);
        assertThat(set.makeUpDays().keySet()).hasSize(makeUpDays);
    }

    @Test
    void moved_days_are_at_their_new_place_alone() throws IOException {
        HolidaySet set = year("UKHolidays.ics", 2026);

        assertThat(set.holidays()).containsEntry(LocalDate.of(2026, 4, 3), "Good Friday");
        assertThat(set.holidays().keySet())
                .doesNotContain(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 5), LocalDate.of(2026, 12, 26))
                .contains(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));
    }

    @Test
    void weekdays_of_a_month_and_ends_of_another_kind_are_read() throws IOException {
        assertThat(year("USHolidays.ics", 2026).holidays())
                .containsKeys(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 19),
                        LocalDate.of(2026, 7, 4),
                        LocalDate.of(2026, 11, 26),
                        LocalDate.of(2026, 12, 25))
                .doesNotContainValue("Valentine's Day")
                .doesNotContainValue("Groundhog Day");
    }

    @Test
    void rules_by_months_of_dates_in_a_time_zone_are_read() throws IOException {
        assertThat(year("JapanHolidays.ics", 2026).holidays())
                .containsKeys(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 12),
                        LocalDate.of(2026, 5, 3),
                        LocalDate.of(2026, 7, 20),
                        LocalDate.of(2026, 8, 11),
                        LocalDate.of(2026, 9, 21));
    }

    @Test
    void a_special_non_working_day_is_a_day_off() throws IOException {
        assertThat(year("autogen-PhilippinesHolidays.ics", 2025).holidays())
                .containsEntry(LocalDate.of(2025, 10, 31), "Special non-working Day");
    }

    private static HolidaySet year(String name, int year) throws IOException {
        String data = System.getProperty("satisflow.data", "");
        assumeTrue(!data.isBlank(), "set -Dsatisflow.data=.../shared/data to run this on published feeds");
        Path file = Path.of(data).resolveSibling("cases/reported/sla/ical-real").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " does not exist");
        HolidayFeed feed = HolidayFeed.read(Files.readString(file), DayWords.usual(), new Years(year, year));
        return Objects.requireNonNull(feed.byYear().get(year));
    }
}
