package io.satisflow.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.calendar.HolidaySet;
import io.satisflow.calendar.HolidaySetText;
import io.satisflow.calendar.HolidaySets;
import io.satisflow.calendar.ical.HolidayFeed.Day;
import io.satisflow.calendar.ical.HolidayFeed.Unusable;
import io.satisflow.calendar.ical.HolidayFeed.Years;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFeedTest {

    @Test
    void an_event_over_several_days_ends_before_its_end() {
        HolidayFeed feed = read("""
                DTSTART;VALUE=DATE:20261230
                DTEND;VALUE=DATE:20270102
                SUMMARY:New Year
                """);

        assertThat(days(feed)).isEqualTo("2026-12-30 New Year, 2026-12-31 New Year, 2027-01-01 New Year");
        assertThat(feed.byYear()).containsOnlyKeys(2026, 2027);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20260501                         | 2026-05-01
            DTSTART:20260501                                    | 2026-05-01
            DTSTART;VALUE=DATE:20260501~DTEND;VALUE=DATE:20260501 | 2026-05-01
            DTSTART;VALUE=DATE:20260501~DURATION:P2D            | 2026-05-01 2026-05-02
            DTSTART;VALUE=DATE:20260501~RRULE:FREQ=YEARLY;COUNT=3 | 2026-05-01 2027-05-01 2028-05-01
            DTSTART;VALUE=DATE:20260501~RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20300501 | 2026-05-01 2028-05-01 2030-05-01
            DTSTART;VALUE=DATE:20260501~RRULE:FREQ=YEARLY;UNTIL=20271231T235959Z;BYMONTH=5;BYMONTHDAY=1 | 2026-05-01 2027-05-01
            DTSTART;VALUE=DATE:20240229~RRULE:FREQ=YEARLY;COUNT=2 | 2024-02-29 2028-02-29
            DTSTART;VALUE=DATE:20260501~RRULE:FREQ=YEARLY;COUNT=3~EXDATE;VALUE=DATE:20270501 | 2026-05-01 2028-05-01
            DTSTART;VALUE=DATE:20260501~RDATE;VALUE=DATE:20260601,20260701 | 2026-05-01 2026-06-01 2026-07-01
            DTSTART;VALUE=DATE:20260501~RDATE;VALUE=PERIOD:20260601T000000Z/P1D | 2026-05-01 2026-06-01
            DTSTART;VALUE=DATE:20261126~RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2 | 2026-11-26 2027-11-25
            DTSTART;VALUE=DATE:20260525~RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2 | 2026-05-25 2027-05-31
            DTSTART;VALUE=DATE:20260112~RRULE:FREQ=MONTHLY;INTERVAL=12;BYDAY=2MO;COUNT=2 | 2026-01-12 2027-01-11
            DTSTART;VALUE=DATE:20260102~RRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1;COUNT=3 | 2026-01-02 2026-02-06 2026-03-06
            DTSTART;VALUE=DATE:20260105~RRULE:FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20260112~EXDATE:20260109 | 2026-01-05 2026-01-12
            DTSTART;VALUE=DATE:20260101~RRULE:FREQ=DAILY;COUNT=3                 | 2026-01-01 2026-01-02 2026-01-03
            DTSTART;VALUE=DATE:20260410~RRULE:FREQ=YEARLY;BYYEARDAY=100;COUNT=2  | 2026-04-10 2027-04-10
            DTSTART;VALUE=DATE;TZID=/x/Asia/Tokyo:20260211~DTEND;VALUE=DATE;TZID=/x/Asia/Tokyo:20260212 | 2026-02-11
            DTSTART;VALUE=DATE:20260704~DTEND:20260704T040001Z                   | 2026-07-04
            DTSTART;VALUE=DATE:20260704~DTEND:20260704T235959                    | 2026-07-04
            DTSTART;TZID=Asia/Shanghai:20261001T000000~DTEND;TZID=Asia/Shanghai:20261003T000000 | 2026-10-01 2026-10-02
            DTSTART:20261001T000000~DTEND:20261001T235900                        | 2026-10-01
            DTSTART:20261001T000000Z~DURATION:P1D                                | 2026-10-01
            """)
    void the_days_of_an_event_are_those_that_the_format_means(String properties, String days) {
        HolidayFeed feed = read(properties.replace('~', '\n') + "\nSUMMARY:Day off\n");

        assertThat(feed.unusable()).isEmpty();
        assertThat(days(feed).replace(" Day off", "").replace(",", "")).isEqualTo(days);
    }

    @Test
    void what_comes_for_ever_needs_years() {
        String properties = "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY\nSUMMARY:New Year\n";

        assertThat(read(properties).unusable())
                .containsExactly(new Unusable("New Year", "it comes again for ever; say for which years with --years"));
        assertThat(days(HolidayFeed.read(calendar(properties), DayWords.usual(), new Years(2026, 2027))))
                .isEqualTo("2026-01-01 New Year, 2027-01-01 New Year");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20260501T090000Z                             | it has a time of day; only whole days are days off
            DTSTART:20260501T000000~DTEND:20260501T120000        | it has a time of day; only whole days are days off
            DTSTART:20260501T000000                              | it has a time of day; only whole days are days off
            DTSTART;VALUE=DATE:soon                              | it has no date that can be read (DTSTART)
            STATUS:CANCELLED~DTSTART;VALUE=DATE:20260501         | it was cancelled
            UID:1                                                | it has no date that can be read (DTSTART)
            DTSTART;VALUE=DATE:20260501~DTEND;VALUE=DATE:20270501 | it lasts 365 days, which no holiday does
            DTSTART;VALUE=DATE:20260501~DTEND;VALUE=DATE:20260401 | it lasts -30 days
            DTSTART;VALUE=DATE:20260501~DURATION:PT9H            | its duration PT9H is not one of whole days
            """)
    void what_cannot_be_used_is_left_aside_with_its_reason(String properties, String reason) {
        HolidayFeed feed = read(properties.replace('~', '\n') + "\nSUMMARY:Day off\n");

        assertThat(feed.byYear()).isEmpty();
        assertThat(feed.unusable())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).contains(reason));
    }

    @Test
    void a_chinese_feed_marks_what_is_off_and_what_is_worked() {
        HolidayFeed feed = HolidayFeed.read(
                calendar(
                        event("20260214", "春节 补班"),
                        event("20260217", "春节（休）"),
                        event("20260228", "春节（班）"),
                        event("20260303", "元宵节"),
                        event("20260204", "立春")),
                DayWords.usual(),
                null);

        HolidaySet year = of2026(feed);
        assertThat(year.holidays()).hasToString("{2026-02-17=春节（休）}");
        assertThat(year.makeUpDays()).hasToString("{2026-02-14=春节 补班, 2026-02-28=春节（班）}");
        assertThat(aside(feed)).containsExactly("立春", "元宵节");
    }

    @Test
    void the_marks_that_clients_act_on_go_before_words() {
        HolidayFeed feed = HolidayFeed.read(
                calendar(
                        event("20260217", "春节") + "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY\n",
                        event("20260214", "春节") + "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\n",
                        event("20260303", "元宵节")),
                DayWords.usual(),
                null);

        assertThat(of2026(feed).holidays()).hasToString("{2026-02-17=春节}");
        assertThat(of2026(feed).makeUpDays()).hasToString("{2026-02-14=春节}");
    }

    @ParameterizedTest
    @CsvSource({
        "Labour Day, false",
        "International Workers' Day, false",
        "Working day (substitute), true",
        "Make-up workday, true",
        "Spring Festival Work Day, true",
        "劳动节补班, true",
        "国庆节 调休上班, true",
        "元旦假期, false"
    })
    void english_and_chinese_words_tell_make_up_days(String summary, boolean makeUp) {
        HolidaySet year = of2026(HolidayFeed.read(calendar(event("20260509", summary)), DayWords.usual(), null));

        assertThat(year.makeUpDays()).hasSize(makeUp ? 1 : 0);
        assertThat(year.holidays()).hasSize(makeUp ? 0 : 1);
    }

    @Test
    void ones_own_words_decide() {
        HolidayFeed feed = HolidayFeed.read(
                calendar(event("20260501", "School CLOSED"), event("20260502", "Fair"), event("20260503", "open!")),
                DayWords.of(null, "open", "closed"),
                null);

        assertThat(of2026(feed).holidays()).hasToString("{2026-05-01=School CLOSED}");
        assertThat(of2026(feed).makeUpDays()).hasToString("{2026-05-03=open!}");
        assertThat(aside(feed)).containsExactly("Fair");
    }

    @Test
    void lines_are_unfolded_unescaped_and_what_is_nested_is_passed_over() {
        HolidayFeed feed = HolidayFeed.read(
                "\uFEFFBEGIN:VCALENDAR\r\nX-NAME;A=\"x:y\";B=c:v\r\nbegin:vevent\r\nDTSTART;VAL\r\n UE=DATE:20260501\r\n"
                        + "BEGIN:VALARM\r\nSUMMARY:Wake up\r\nEND:VALARM\r\nSUMMARY:Labour\\, or\r\n\t May\\nDay\r\n"
                        + "END:VEVENT\r\nEND:VCALENDAR\r\n",
                DayWords.usual(),
                null);

        assertThat(days(feed)).isEqualTo("2026-05-01 Labour, or May Day");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html>~</html>                               | 1 | not an iCalendar file; it would begin with BEGIN:VCALENDAR
            HELLO:WORLD                                  | 1 | not an iCalendar file; it would begin with BEGIN:VCALENDAR
            BEGIN:VCALENDAR~BEGIN:VEVENT~SUMMARY:x       | 3 | the file is cut off; it would end with END:VCALENDAR
            """)
    void what_is_no_icalendar_is_refused_with_its_line(String text, int line, String message) {
        assertThatThrownBy(() -> HolidayFeed.read(text.replace('~', '\n'), DayWords.usual(), null))
                .isInstanceOfSatisfying(IcalException.class, e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e).hasMessageContaining(message);
                });
    }

    @Test
    void what_is_written_is_read_again(@TempDir Path folder) throws IOException {
        HolidaySet set = of2026(read("DTSTART;VALUE=DATE:20260501\nSUMMARY:\"Quotes\": \\\\ # and ${HOME} - 劳动节\n"));
        Files.writeString(folder.resolve("xx-2026.yaml"), HolidaySetText.of(set, "Imported.\nNot a key: 1"));

        assertThat(HolidaySets.in(folder).find("xx").orElseThrow().holidays())
                .hasToString("{2026-05-01=\"Quotes\": \\ # and $ {HOME} - 劳动节}");
    }

    private static HolidayFeed read(String properties) {
        return HolidayFeed.read(calendar(properties), DayWords.usual(), null);
    }

    private static HolidaySet of2026(HolidayFeed feed) {
        return Objects.requireNonNull(feed.byYear().get(2026));
    }

    private static String event(String date, String summary) {
        return "DTSTART;VALUE=DATE:%s\nSUMMARY:%s\n".formatted(date, summary);
    }

    private static String calendar(String... events) {
        StringBuilder calendar = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\n");
        for (String event : events) {
            calendar.append("BEGIN:VEVENT\n").append(event).append("END:VEVENT\n");
        }
        return calendar.append("END:VCALENDAR\n").toString();
    }

    private static Stream<String> aside(HolidayFeed feed) {
        return feed.days().stream().filter(day -> day.kind() == DayKind.ASIDE).map(Day::name);
    }

    private static String days(HolidayFeed feed) {
        return feed.byYear().values().stream()
                .flatMap(year -> year.holidays().entrySet().stream())
                .map(day -> day.getKey() + " " + day.getValue())
                .collect(Collectors.joining(", "));
    }
}
