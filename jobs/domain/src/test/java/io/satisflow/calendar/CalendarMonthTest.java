package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.calendar.CalendarMonth.Day;
import io.satisflow.config.ConfigFile;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarMonthTest {

    @Test
    void a_month_with_holidays_and_make_up_days_adds_up() {
        CalendarMonth february = month("Asia/Shanghai", "{mon-fri: ['09:00-18:00']}", "cn", "2026-02");

        assertThat(february.days()).hasSize(28);
        assertThat(day(february, 13).worked()).isEqualTo(Duration.ofHours(9));
        assertThat(day(february, 14)).satisfies(saturday -> {
            assertThat(saturday.worked()).isEqualTo(Duration.ofHours(9));
            assertThat(saturday.note()).contains("make-up workday: Spring Festival");
        });
        assertThat(day(february, 16)).satisfies(monday -> {
            assertThat(monday.worked()).isZero();
            assertThat(monday.note()).contains("Spring Festival");
        });
        assertThat(february.worked())
                .as("20 weekdays, 6 of them off, 2 made up")
                .isEqualTo(Duration.ofHours(16 * 9));
    }

    @Test
    void the_day_on_which_clocks_change_is_shorter_or_longer() {
        CalendarMonth march = month("Europe/Berlin", "{mon-sun: ['00:00-24:00']}", "de", "2026-03");
        CalendarMonth october = month("Europe/Berlin", "{mon-sun: ['00:00-24:00']}", "de", "2026-10");

        assertThat(day(march, 29).worked()).isEqualTo(Duration.ofHours(23));
        assertThat(day(march, 29).change())
                .hasValueSatisfying(change -> assertThat(change.isGap()).isTrue());
        assertThat(day(march, 28).change()).isEmpty();
        assertThat(day(october, 25).worked()).isEqualTo(Duration.ofHours(25));
        assertThat(day(october, 25).change())
                .hasValueSatisfying(change -> assertThat(change.isOverlap()).isTrue());
    }

    @Test
    void days_add_up_to_what_elapses_in_the_month_wherever_clocks_change_at_midnight() {
        for (String zone :
                List.of("America/Sao_Paulo", "America/Havana", "Asia/Beirut", "Africa/Cairo", "Pacific/Apia")) {
            NamedCalendar calendar = calendar(zone, "{sat-thu: ['00:00-02:30', '22:00-24:00']}", "de");
            for (YearMonth month = YearMonth.of(2010, 1); month.getYear() < 2020; month = month.plusMonths(1)) {
                Instant from =
                        month.atDay(1).atStartOfDay(calendar.calendar().zone()).toInstant();
                Instant to = month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(calendar.calendar().zone())
                        .toInstant();

                assertThat(CalendarMonth.of(calendar, month).worked())
                        .as("%s in %s", month, zone)
                        .isEqualTo(calendar.calendar().elapsed(from, to));
            }
        }
    }

    private static Day day(CalendarMonth month, int day) {
        return month.days().get(day - 1);
    }

    private static CalendarMonth month(String zone, String hours, String holidays, String month) {
        return CalendarMonth.of(calendar(zone, hours, holidays), YearMonth.parse(month));
    }

    private static NamedCalendar calendar(String zone, String hours, String holidays) {
        return new CalendarFile(HolidaySets.in()::find)
                .readWithNames(ConfigFile.parse(
                        "c.yaml", "zone: %s\nhours: %s\nholidays: [%s]\n".formatted(zone, hours, holidays)));
    }
}
