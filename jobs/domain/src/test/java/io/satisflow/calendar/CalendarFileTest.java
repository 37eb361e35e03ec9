package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
    private static final HolidaySet CHINA = new HolidaySet(
            Map.of(LocalDate.parse("2026-10-01"), "National Day", LocalDate.parse("2026-10-02"), ""),
            Map.of(LocalDate.parse("2026-10-10"), "National Day"),
            new TreeSet<>(Set.of(2026)));

    @Test
    void a_week_is_read_by_days_with_breaks_taken_out() {
        BusinessCalendar calendar = read("""
                zone: Europe/Berlin
                hours: {mon-wed: ["08:00-12:00", "13:00-18:00"], "fri,sun": "09:00-15:00", sat: ["00:00-24:00"]}
                breaks: {tue: ["10:00-10:15"], thu: ["12:00-13:00"]}
                """);

        assertThat(calendar.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(calendar.week().on(DayOfWeek.MONDAY)).isEqualTo(DayHours.of("08:00-12:00", "13:00-18:00"));
        assertThat(calendar.week().on(DayOfWeek.TUESDAY))
                .isEqualTo(DayHours.of("08:00-10:00", "10:15-12:00", "13:00-18:00"));
        assertThat(calendar.week().on(DayOfWeek.THURSDAY)).isEqualTo(DayHours.NONE);
        assertThat(calendar.week().on(DayOfWeek.SATURDAY)).isEqualTo(DayHours.ROUND_THE_CLOCK);
        assertThat(calendar.week().on(DayOfWeek.SUNDAY)).isEqualTo(DayHours.of("09:00-15:00"));
    }

    @Test
    void days_that_differ_come_from_dates_sets_and_shifts_and_the_more_particular_wins() {
        BusinessCalendar calendar = read("""
                zone: Asia/Shanghai
                hours: {mon-fri: ["09:00-18:00"]}
                holidays: [2026-12-24, cn]
                shifts: {2026-10-02: regular, 2026-12-26: ["10:00-12:00"], 2026-12-28: []}
                """);

        assertThat(hours(calendar, "2026-12-24")).isEqualTo(DayHours.NONE);
        assertThat(hours(calendar, "2026-10-01")).as("of the set").isEqualTo(DayHours.NONE);
        assertThat(hours(calendar, "2026-10-02"))
                .as("worked although of the set")
                .isEqualTo(DayHours.of("09:00-18:00"));
        assertThat(hours(calendar, "2026-10-10")).as("a Saturday made up").isEqualTo(DayHours.of("09:00-18:00"));
        assertThat(hours(calendar, "2026-12-26")).isEqualTo(DayHours.of("10:00-12:00"));
        assertThat(hours(calendar, "2026-12-28")).isEqualTo(DayHours.NONE);
        assertThat(hours(calendar, "2026-12-29")).isEqualTo(DayHours.of("09:00-18:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hours: {mon: '8-12'}                      | c.yaml:2:14: hours.mon: "8-12" is not a period of a day; write 08:00-12:00
            hours: {mon: '18:00-08:00'}               | c.yaml:2:14: hours.mon: 18:00-08:00 must end after it begins; split what passes midnight
            hours: {mon: '18:00-25:00'}               | c.yaml:2:14: hours.mon: 18:00-25:00 lies outside of a day
            hours: {mon: ['08:00-12:00', '11:00-13:00']} | c.yaml:2:14: hours.mon: 08:00-12:00 and 11:00-13:00 overlap
            hours: {mon-fri: '08:00-12:00', tue: '08:00-12:00'} | c.yaml:2:38: hours.tue: tue has hours already
            hours: {monday: '08:00-12:00'}            | c.yaml:2:17: hours.monday: "monday" is not a day of the week; write mon, tue
            hours: {mon: []}                          | c.yaml:1:1: no day of the week has working time
            hours: {mon: '08:00-12:00'}, houers: {}   | c.yaml:2:30: houers: unknown key; allowed here: zone, hours, breaks, holidays, shifts
            hours: {mon: '08:00-12:00'}, holidays: [uk] | c.yaml:2:41: holidays[0]: no holidays are named "uk"; write a date
            hours: {mon: '08:00-12:00'}, holidays: [2026-13-01] | c.yaml:2:41: holidays[0]: expected a date
            hours: {mon: '08:00-12:00'}, shifts: {soon: regular} | c.yaml:2:45: shifts.soon: "soon" is not a date
            hours: {mon: '08:00-12:00'}, shifts: {2026-01-04: regular} | c.yaml:2:51: shifts.2026-01-04: 2026-01-04 is a Sunday, which has no regular hours
            """)
    void what_is_wrong_is_said_where_it_stands(String entries, String problem) {
        assertThatThrownBy(() -> read("{zone: UTC,\n" + entries + "}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void a_calendar_needs_its_zone() {
        assertThatThrownBy(() -> read("hours: {mon: '08:00-12:00'}")).hasMessageContaining("key \"zone\" is missing");
    }

    @Test
    void the_shipped_calendars_can_be_used() {
        var calendars = CalendarFolder.read(Path.of(System.getProperty("satisflow.root"), "config", "calendars"));

        assertThat(calendars).containsKeys("berlin", "shanghai", "always");
        assertThat(Objects.requireNonNull(calendars.get("always")).week()).isEqualTo(BusinessCalendar.ALWAYS.week());
        assertThat(hours(Objects.requireNonNull(calendars.get("shanghai")), "2024-03-04"))
                .isEqualTo(DayHours.of("09:00-18:00"));
    }

    private static DayHours hours(BusinessCalendar calendar, String day) {
        return calendar.hoursOf(LocalDate.parse(day));
    }

    private static BusinessCalendar read(String yaml) {
        return new CalendarFile(name -> Optional.of(CHINA).filter(set -> name.equals("cn")))
                .read(ConfigFile.parse("c.yaml", yaml));
    }
}
