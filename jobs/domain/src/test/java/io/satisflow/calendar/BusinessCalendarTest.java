package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private static final BusinessCalendar OFFICE = WrittenHours.calendar("UTC", "Mon-Fri 09-17");

    private static final Instant MONDAY_MORNING = Instant.parse("2024-01-15T09:00:00Z");
    private static final Instant MONDAY_CLOSING = Instant.parse("2024-01-15T17:00:00Z");
    private static final Instant SATURDAY_NOON = Instant.parse("2024-01-20T12:00:00Z");

    @Test
    void rule_10_what_is_used_up_exactly_at_closing_is_due_at_closing() {
        assertThat(OFFICE.due(MONDAY_MORNING, Duration.ofHours(8))).isEqualTo(MONDAY_CLOSING);
        assertThat(OFFICE.due(MONDAY_MORNING, Duration.ofHours(8).plusMillis(1)))
                .isEqualTo(Instant.parse("2024-01-16T09:00:00.001Z"));
    }

    @Test
    void rule_7_a_day_may_have_several_periods_and_run_to_midnight() {
        DayHours split = DayHours.of("08:00-12:00", "13:00-18:00");
        BusinessCalendar calendar = calendar(
                "UTC",
                Map.of(
                        DayOfWeek.MONDAY,
                        split,
                        DayOfWeek.SATURDAY,
                        DayHours.of("20:00-24:00"),
                        DayOfWeek.SUNDAY,
                        DayHours.of("00:00-02:00")));

        assertThat(calendar.due(Instant.parse("2024-01-15T11:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2024-01-15T14:00:00Z"));
        assertThat(calendar.due(SATURDAY_NOON, Duration.ofHours(5))).isEqualTo(Instant.parse("2024-01-21T01:00:00Z"));
    }

    @Test
    void rule_7_holidays_remove_a_local_day_and_shifts_replace_its_hours() {
        BusinessCalendar calendar = new BusinessCalendar(
                ZoneId.of("Asia/Shanghai"),
                OFFICE.week(),
                Map.of(
                        LocalDate.parse("2024-02-09"),
                        DayHours.NONE,
                        LocalDate.parse("2024-02-10"),
                        DayHours.of("10:00-12:00")));

        assertThat(calendar.due(Instant.parse("2024-02-08T08:00:00Z"), Duration.ofHours(4)))
                .as("an hour on Thursday, none on Friday, two on Saturday, one on Monday")
                .isEqualTo(Instant.parse("2024-02-12T02:00:00Z"));
    }

    @Test
    void rule_7_a_calendar_without_any_working_time_is_refused() {
        assertThatThrownBy(() -> calendar("UTC", Map.of(DayOfWeek.MONDAY, DayHours.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no day of the week has working time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the night that skips 02:00 to 03:00 is an hour shorter
            2024-03-31T00:00:00+01:00 | 00:00-06:00 | PT5H    | 2024-03-31T06:00:00+02:00
            # a time that is skipped moves forward by the gap
            2024-03-31T00:00:00+01:00 | 02:30-06:00 | PT1M    | 2024-03-31T03:31:00+02:00
            # the night that repeats 02:00 to 03:00 is an hour longer
            2024-10-27T00:00:00+02:00 | 00:00-06:00 | PT7H    | 2024-10-27T06:00:00+01:00
            # a time that comes twice is the first
            2024-10-27T00:00:00+02:00 | 00:00-02:30 | PT2H30M | 2024-10-27T02:30:00+02:00
            2024-10-27T00:00:00+02:00 | 02:30-06:00 | PT1M    | 2024-10-27T02:31:00+02:00
            """)
    void rule_12_daylight_saving_is_resolved_as_java_time_does(
            String start, String period, Duration target, String due) {
        BusinessCalendar nights = calendar("Europe/Berlin", Map.of(DayOfWeek.SUNDAY, DayHours.of(period)));

        assertThat(nights.due(offset(start), target)).isEqualTo(offset(due));
        assertThat(nights.elapsed(offset(start), offset(due))).isEqualTo(target);
    }

    @Test
    void hours_that_daylight_saving_moves_onto_each_other_count_once() {
        BusinessCalendar nights =
                calendar("Europe/Berlin", Map.of(DayOfWeek.SUNDAY, DayHours.of("01:00-02:30", "03:00-04:00")));

        assertThat(nights.elapsed(offset("2024-03-31T00:00:00+01:00"), offset("2024-03-31T12:00:00+02:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_day_that_a_zone_skipped_is_not_worked_twice() {
        // Samoa went from Thursday the 29th straight to Saturday the 31st of December 2011.
        BusinessCalendar apia = new BusinessCalendar(ZoneId.of("Pacific/Apia"), OFFICE.week(), Map.of());

        assertThat(apia.elapsed(Instant.parse("2011-12-28T12:00:00Z"), Instant.parse("2012-01-01T00:00:00Z")))
                .as("Wednesday, Thursday, and the lost Friday's hours, which java.time moves onto the Saturday")
                .isEqualTo(Duration.ofHours(3 * 8));
    }

    @Test
    void wall_time_passes_always() {
        assertThat(BusinessCalendar.ALWAYS.due(SATURDAY_NOON, Duration.ofMillis(7)))
                .isEqualTo(SATURDAY_NOON.plusMillis(7));
        assertThat(BusinessCalendar.ALWAYS.elapsed(MONDAY_MORNING, SATURDAY_NOON))
                .isEqualTo(Duration.between(MONDAY_MORNING, SATURDAY_NOON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # during hours: the same local time
            2024-01-15T10:30:00Z | 2 | 2024-01-17T10:30:00Z
            # over a weekend
            2024-01-18T10:30:00Z | 2 | 2024-01-22T10:30:00Z
            # outside of hours counts as arrived at the next opening; the end of Tuesday is the opening of Wednesday
            2024-01-20T12:00:00Z | 2 | 2024-01-23T17:00:00Z
            2024-01-15T07:00:00Z | 1 | 2024-01-15T17:00:00Z
            2024-01-15T20:00:00Z | 1 | 2024-01-16T17:00:00Z
            """)
    void workdays_end_at_the_same_local_time_so_many_working_days_later(Instant start, int days, Instant due) {
        assertThat(OFFICE.due(start, OFFICE.workdays(start, days))).isEqualTo(due);
    }

    @Test
    void the_next_working_instant_is_now_or_the_next_opening() {
        assertThat(OFFICE.nextWorkingInstant(MONDAY_MORNING)).isEqualTo(MONDAY_MORNING);
        assertThat(OFFICE.nextWorkingInstant(MONDAY_CLOSING)).isEqualTo(Instant.parse("2024-01-16T09:00:00Z"));
    }

    @Test
    void what_cannot_be_due_within_a_lifetime_is_refused() {
        assertThatThrownBy(() -> OFFICE.due(MONDAY_MORNING, Duration.ofDays(36500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes more than 100 years");
        assertThatThrownBy(() -> OFFICE.workdays(MONDAY_MORNING, 100_000)).hasMessageContaining("workdays");
        assertThatThrownBy(() -> OFFICE.due(MONDAY_MORNING, Duration.ofHours(-1)))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> OFFICE.elapsed(MONDAY_CLOSING, MONDAY_MORNING)).hasMessageContaining("lies before");
    }

    private static BusinessCalendar calendar(String zone, Map<DayOfWeek, DayHours> days) {
        return new BusinessCalendar(ZoneId.of(zone), new WeeklyHours(days), Map.of());
    }

    private static Instant offset(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
