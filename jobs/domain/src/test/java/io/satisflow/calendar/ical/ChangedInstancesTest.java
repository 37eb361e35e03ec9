package io.satisflow.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.calendar.ical.HolidayFeed.Years;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series of which single days were moved, cancelled or renamed, and times that are dates. */
class ChangedInstancesTest {
    private static final String SERIES = """
            BEGIN:VEVENT
            UID:good-friday
            DTSTART;VALUE=DATE:20250418
            DTEND;VALUE=DATE:20250419
            RRULE:FREQ=YEARLY
            SUMMARY:Good Friday
            LOCATION:Wales
            END:VEVENT
            """;

    @Test
    void a_moved_instance_takes_the_place_of_the_one_it_stands_for() {
        assertThat(days(SERIES, change("RECURRENCE-ID;VALUE=DATE:20260418", "DTSTART;VALUE=DATE:20260403")))
                .isEqualTo("2025-04-18, 2026-04-03, 2027-04-18");
    }

    @Test
    void a_cancelled_instance_leaves_nothing() {
        assertThat(days(
                        SERIES,
                        change("RECURRENCE-ID;VALUE=DATE:20260418", "DTSTART;VALUE=DATE:20260418\nSTATUS:CANCELLED")))
                .isEqualTo("2025-04-18, 2027-04-18");
    }

    @Test
    void a_change_of_all_later_instances_moves_them_all() {
        assertThat(days(
                        SERIES,
                        change("RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260418", "DTSTART;VALUE=DATE:20260420")))
                .isEqualTo("2025-04-18, 2026-04-20, 2027-04-20");
    }

    @Test
    void of_two_versions_of_a_change_the_later_one_counts() {
        String first = change("RECURRENCE-ID;VALUE=DATE:20260418", "DTSTART;VALUE=DATE:20260401\nSEQUENCE:1");
        String second = change("RECURRENCE-ID;VALUE=DATE:20260418", "DTSTART;VALUE=DATE:20260403\nSEQUENCE:2");

        assertThat(days(SERIES, second, first)).isEqualTo("2025-04-18, 2026-04-03, 2027-04-18");
    }

    @Test
    void a_change_stands_for_its_instance_even_when_the_series_is_not_there() {
        assertThat(days(change("RECURRENCE-ID;VALUE=DATE:20260418", "DTSTART;VALUE=DATE:20260403")))
                .isEqualTo("2026-04-03");
    }

    @Test
    void what_a_change_does_not_say_is_as_in_its_series() {
        HolidayFeed feed = read(SERIES, change("RECURRENCE-ID;VALUE=DATE:20260418", "DTSTART;VALUE=DATE:20260403"));

        assertThat(feed.days()).allSatisfy(day -> {
            assertThat(day.name()).isEqualTo("Good Friday");
            assertThat(day.place()).isEqualTo("Wales");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/Los_Angeles", "Pacific/Apia", "UTC"})
    void days_do_not_move_with_the_time_zone_of_the_machine(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(days(SERIES, """
                            BEGIN:VEVENT
                            UID:2
                            DTSTART;TZID=Europe/Berlin:20261003T000000
                            DTEND;TZID=Europe/Berlin:20261004T000000
                            RRULE:FREQ=YEARLY;UNTIL=20271002T220000Z
                            SUMMARY:Unity Day
                            END:VEVENT
                            """)).isEqualTo("2025-04-18, 2026-04-18, 2026-10-03, 2027-04-18, 2027-10-03");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void midnight_in_utc_is_midnight_where_the_feed_is_at_home() {
        assertThat(days("X-WR-TIMEZONE:Asia/Shanghai\n", """
                        BEGIN:VEVENT
                        UID:1
                        DTSTART:20260930T160000Z
                        DTEND:20261001T160000Z
                        SUMMARY:国庆节
                        END:VEVENT
                        """)).isEqualTo("2026-10-01");
    }

    private static String change(String instance, String start) {
        return "BEGIN:VEVENT\nUID:good-friday\n%s\n%s\nEND:VEVENT\n".formatted(instance, start);
    }

    private static String days(String... parts) {
        return read(parts).days().stream().map(day -> day.date().toString()).collect(Collectors.joining(", "));
    }

    private static HolidayFeed read(String... parts) {
        return HolidayFeed.read(
                "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", parts) + "END:VCALENDAR\n",
                DayWords.usual(),
                new Years(2025, 2027));
    }
}
