package io.satisflow.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event is taken for: by marks, names, categories and descriptions, and never by one word alone. */
class KindsOfDaysTest {

    @ParameterizedTest
    @CsvSource({
        "Special non-working Day, DAY_OFF",
        "Non working day, DAY_OFF",
        "Not a working day, DAY_OFF",
        "Additional Special (Non‑Working) Day, DAY_OFF",
        "Make-up holiday, DAY_OFF",
        "Make up holiday (New Year), DAY_OFF",
        "Labour Day, DAY_OFF",
        "International Workers' Day, DAY_OFF",
        "補休, DAY_OFF",
        "颱風 停班停課, DAY_OFF",
        "劳动节 不上班, DAY_OFF",
        "銀行休業日, DAY_OFF",
        "Make-up working day, MAKE_UP_DAY",
        "Make-up day, MAKE_UP_DAY",
        "Working Saturday (workday), MAKE_UP_DAY",
        "Working Saturday (compensating 2 October), MAKE_UP_DAY",
        "Non-working Saturday, DAY_OFF",
        "Half day - office closes at 13:00, ASIDE",
        "New Year's Eve (half-day), ASIDE",
        "除夕 半天, ASIDE",
        "国庆节 调休上班, MAKE_UP_DAY",
        "春节班, MAKE_UP_DAY",
        "春节(班), MAKE_UP_DAY",
        "EDSA Revolution (Special Working Holiday), ASIDE",
        "Daylight Saving Time begins today, ASIDE",
        "Mother’s Day, ASIDE",
        "Valentine's Day, ASIDE",
        "立春, ASIDE",
        "清明, DAY_OFF"
    })
    void a_name_alone_is_read_as_it_is_meant(String name, DayKind kind) {
        assertThat(read(event(name, "")).days())
                .singleElement()
                .satisfies(day -> assertThat(day.kind()).as(day.why()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DESCRIPTION:Federal Holiday - The first day of the year.   | DAY_OFF
            DESCRIPTION:Public holiday                                 | DAY_OFF
            DESCRIPTION:Special Non-working Holiday - A day in May.    | DAY_OFF
            DESCRIPTION:国民の祝日                                      | DAY_OFF
            CATEGORIES:Public Holiday                                  | DAY_OFF
            CATEGORIES:Holidays,Observance                             | ASIDE
            DESCRIPTION:Observance\\nTo hide observances               | ASIDE
            DESCRIPTION:State Holiday - In a few states.               | ASIDE
            DESCRIPTION:Public holiday in Berlin\\, Brandenburg        | ASIDE
            DESCRIPTION:Bank holiday - Banks are closed.               | ASIDE
            DESCRIPTION:Half-day holiday                               | ASIDE
            DESCRIPTION:Not a public holiday                           | ASIDE
            DESCRIPTION:Special Working Holiday - People work.         | ASIDE
            DESCRIPTION:Working day                                    | MAKE_UP_DAY
            DESCRIPTION:This federal holiday is an observance of old.  | DAY_OFF
            """)
    void beside_national_holidays_the_kind_that_is_declared_decides(String property, DayKind kind) {
        HolidayFeed feed = read(
                event("National Day", "DESCRIPTION:National holiday").replace("0501", "0502"),
                event("Some Day", property));

        assertThat(feed.days())
                .filteredOn(day -> day.name().equals("Some Day"))
                .singleElement()
                .satisfies(day -> assertThat(day.kind()).as(day.why()).isEqualTo(kind));
    }

    @Test
    void where_nothing_holds_for_more_than_a_state_its_days_are_off() {
        HolidayFeed feed = read(event("A", "DESCRIPTION:State Holiday"), event("B", "DESCRIPTION:State Observance"));

        assertThat(kinds(feed)).isEqualTo("A DAY_OFF, B ASIDE");
    }

    @Test
    void one_word_does_not_turn_the_others_into_workdays() {
        HolidayFeed feed = read(event("公休（休）", ""), event("元旦", ""), event("春节", ""));

        assertThat(kinds(feed)).isEqualTo("公休（休） DAY_OFF, 元旦 DAY_OFF, 春节 DAY_OFF");
    }

    @Test
    void make_up_days_may_be_written_with_their_hours() {
        HolidayFeed feed = HolidayFeed.read("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART:20260104T090000
                DTEND:20260104T180000
                SUMMARY:元旦 补班 第1天/共1天
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260101
                SUMMARY:元旦 假期 第1天/共3天
                END:VEVENT
                END:VCALENDAR
                """, DayWords.usual(), null);

        assertThat(kinds(feed)).isEqualTo("元旦 假期 第1天/共3天 DAY_OFF, 元旦 补班 第1天/共1天 MAKE_UP_DAY");
    }

    @Test
    void a_day_that_is_said_to_be_both_is_off_and_that_is_told() {
        HolidayFeed feed = read(event("Labour Day", ""), event("Working day", ""));

        assertThat(kinds(feed)).isEqualTo("Labour Day DAY_OFF, Working day ASIDE");
        assertThat(feed.days().get(1).why()).contains("another event makes the same day a day off");
    }

    @Test
    void ones_own_words_are_looked_for_in_descriptions_categories_and_places() {
        HolidayFeed feed = HolidayFeed.read(
                calendar(
                        event("A", "DESCRIPTION:Federal Holiday - x"),
                        event("B", "CATEGORIES:Federal Holiday"),
                        event("C", "DESCRIPTION:Federal Holiday - y\nLOCATION:Scotland"),
                        event("D", "")),
                DayWords.of("scotland", null, "federal holiday"),
                null);

        assertThat(kinds(feed)).isEqualTo("A DAY_OFF, B DAY_OFF, C ASIDE, D ASIDE");
    }

    @Test
    void a_compensatory_day_off_is_a_mark_like_others() {
        String worked = event("補行上班日", "").replace("20260501", "20260207");

        assertThat(read(event("春節 放假", ""), worked, event("和平紀念日 補假", "")).days())
                .extracting(day -> day.name() + " " + day.kind())
                .containsExactlyInAnyOrder("春節 放假 DAY_OFF", "補行上班日 MAKE_UP_DAY", "和平紀念日 補假 DAY_OFF");
    }

    @Test
    void a_zone_by_the_name_that_windows_has_for_it_is_no_fault_of_the_feed() {
        HolidayFeed feed = read("BEGIN:VEVENT\nDTSTART;TZID=W. Europe Standard Time:20261225T000000\n"
                + "DTEND;TZID=W. Europe Standard Time:20261227T000000\nSUMMARY:Weihnachten\nEND:VEVENT\n");

        assertThat(feed.days())
                .hasSize(2)
                .allSatisfy(day -> assertThat(day.kind()).isEqualTo(DayKind.DAY_OFF));
        assertThat(feed.unreadable()).isEmpty();
    }

    private static HolidayFeed read(String... events) {
        return HolidayFeed.read(calendar(events), DayWords.usual(), null);
    }

    private static String kinds(HolidayFeed feed) {
        return feed.days().stream().map(day -> day.name() + " " + day.kind()).collect(Collectors.joining(", "));
    }

    private static String event(String name, String property) {
        return "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\nSUMMARY:%s\n%sEND:VEVENT\n"
                .formatted(name, property.isEmpty() ? "" : property + "\n");
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n%sEND:VCALENDAR\n"
                .formatted(Arrays.stream(events).collect(Collectors.joining()));
    }
}
