package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code calendar import} and {@code sla calendar}. */
class CalendarCommandsTest {
    private static final Path CALENDARS = CommandLineRun.HOME.resolve("config/calendars");
    private static final String FEED = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20271001
            DTEND;VALUE=DATE:20271008
            SUMMARY:国庆节（休）
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20271009
            SUMMARY:国庆节（班）
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270220
            SUMMARY:元宵节
            END:VEVENT
            END:VCALENDAR
            """;

    @TempDir
    Path folder;

    @Test
    void an_imported_feed_is_a_set_that_calendars_use_by_its_name() throws IOException {
        Path feed = Files.writeString(folder.resolve("china.ics"), FEED);

        CommandLineRun run =
                CommandLineRun.of("calendar", "import", feed, "--name", "cn", "--out", folder.resolve("holidays"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("cn-2027.yaml: 7 holidays, 1 make-up days");
        assertThat(run.err()).contains("china.ics: 2027-02-20 \"元宵节\" left aside: it is not marked as a day off");
        Path calendar = Files.copy(CALENDARS.resolve("shanghai.yaml"), folder.resolve("desk.yaml"));
        assertThat(due(calendar, "2027-09-30T17:00+08:00", "2h"))
                .as("an hour on Thursday, a week off, an hour on the Friday after it")
                .isEqualTo("2027-10-08T02:00:00Z");
        assertThat(due(calendar, "2027-10-08T17:00+08:00", "2h"))
                .as("the Saturday is made up")
                .isEqualTo("2027-10-09T02:00:00Z");
    }

    @Test
    void a_dry_run_shows_every_day_with_its_reason_and_writes_nothing() throws IOException {
        Path feed = Files.writeString(folder.resolve("china.ics"), FEED);

        CommandLineRun run = CommandLineRun.of(
                "calendar", "import", feed, "--name", "cn", "--out", folder.resolve("none"), "--dry-run");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(9)
                .contains(
                        "2027-02-20 Sat  left aside   元宵节  (it is not marked as a day off, while others are; choose the words with --holiday)",
                        "2027-10-01 Fri  day off      国庆节（休）  (its name is marked as a day off)",
                        "2027-10-09 Sat  make-up day  国庆节（班）  (its name says so)");
        assertThat(run.err()).contains("2027: 7 holidays, 1 make-up days; nothing is written");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void ones_own_words_go_before_what_the_feed_says() throws IOException {
        Path feed = Files.writeString(folder.resolve("china.ics"), FEED);

        CommandLineRun run = CommandLineRun.of(
                "calendar", "import", feed, "--name", "cn", "--dry-run", "--holiday", "元宵", "--ignore", "（休）");

        assertThat(run.err()).contains("2027: 1 holidays, 1 make-up days");
        assertThat(run.out()).contains("2027-10-01 Fri  left aside   国庆节（休）  (--ignore says so)");
    }

    @Test
    void an_import_writes_over_nothing_unless_it_is_told_to() throws IOException {
        Path feed = Files.writeString(folder.resolve("cn.ics"), FEED);
        Path there = Files.writeString(folder.resolve("cn-2027.yaml"), "holidays: [2027-01-01]\n");

        CommandLineRun refused = CommandLineRun.of("calendar", "import", feed, "--out", folder);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("cn-2027.yaml is there already; nothing is written", "--force");
        assertThat(there).content().isEqualTo("holidays: [2027-01-01]\n");

        assertThat(CommandLineRun.of("calendar", "import", feed, "--out", folder, "--force")
                        .exitCode())
                .isZero();
        assertThat(there).content().contains("2027-10-09: \"国庆节（班）\"");
    }

    @Test
    void an_import_that_cannot_be_is_said_in_a_sentence() throws IOException {
        Path html = Files.writeString(folder.resolve("x.ics"), "<html></html>");
        Path empty = Files.writeString(folder.resolve("empty.ics"), "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
        Path feed = Files.writeString(folder.resolve("China 2027.ics"), FEED);

        assertRefused(2, "there is no such file", "calendar", "import", folder.resolve("none.ics"));
        assertRefused(2, "x.ics:1: not an iCalendar file", "calendar", "import", html);
        assertRefused(1, "holds no holidays; nothing is written", "calendar", "import", empty);
        assertRefused(2, "--name china 2027: a set is named by small letters", "calendar", "import", feed);
        assertRefused(2, "write a year or two", "calendar", "import", feed, "--name", "cn", "--years", "soon");
        assertRefused(2, "is not a regular expression", "calendar", "import", feed, "--name", "cn", "--holiday", "(");
    }

    @Test
    void a_month_is_shown_week_by_week_with_what_differs() {
        CommandLineRun run =
                CommandLineRun.of("sla", "calendar", CALENDARS.resolve("shanghai.yaml"), "--month", "2026-02");

        assertThat(run.out()).isEqualTo("""
                February 2026, shanghai.yaml (Asia/Shanghai)

                    Mon    Tue    Wed    Thu    Fri    Sat    Sun     week
                                                                1
                                                                -       0h

                      2      3      4      5      6      7      8
                     9h     9h     9h     9h     9h      -      -      45h

                      9     10     11     12     13    *14    *15
                     9h     9h     9h     9h     9h     9h      -      54h

                    *16    *17    *18    *19    *20    *21    *22
                      -      -      -      -      -      -      -       0h

                    *23     24     25     26     27    *28
                      -     9h     9h     9h     9h     9h             45h

                Working time: 144h on 16 days

                Ordinary hours
                  Mon-Fri  09:00-18:00
                  Sat-Sun  off

                Days marked *
                  Sat 14   09:00-18:00  make-up workday: Spring Festival
                  Sun 15   off          Spring Festival
                  Mon 16   off          Spring Festival
                  Tue 17   off          Spring Festival
                  Wed 18   off          Spring Festival
                  Thu 19   off          Spring Festival
                  Fri 20   off          Spring Festival
                  Sat 21   off          Spring Festival
                  Sun 22   off          Spring Festival
                  Mon 23   off          Spring Festival
                  Sat 28   09:00-18:00  make-up workday: Spring Festival
                """);
    }

    @Test
    void a_change_of_the_clocks_and_hours_that_are_not_whole_are_shown() throws IOException {
        Path nights = Files.writeString(
                folder.resolve("nights.yaml"),
                "zone: Europe/Berlin\nhours: {sat-sun: ['00:00-06:00'], mon: ['08:00-12:00', '13:00-17:30']}\n");

        CommandLineRun run = CommandLineRun.of("sla", "calendar", nights, "--month", "2026-03");

        assertThat(run.out())
                .contains("8h30", " *29\n", "5h", "Sun 29   clocks go forward from 02:00 to 03:00")
                .contains("  Mon      08:00-12:00 13:00-17:30\n  Tue-Fri  off\n  Sat-Sun  00:00-06:00\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 60);
    }

    @Test
    void a_month_is_told_to_programs_as_json() {
        CommandLineRun run =
                CommandLineRun.of("sla", "calendar", CALENDARS.resolve("berlin.yaml"), "--month", "2026-03", "--json");

        assertThat(run.out().strip())
                .startsWith("{\"month\":\"2026-03\",\"zone\":\"Europe/Berlin\",\"working_s\":712800,")
                .contains(
                        "{\"date\":\"2026-03-29\",\"working_s\":0,\"hours\":[],\"clocks_change\":{\"from\":\"2026-03-29T02:00\"");
    }

    @Test
    void a_year_without_holiday_data_does_not_go_unnoticed() {
        Path shanghai = CALENDARS.resolve("shanghai.yaml");
        String note = "Note: the holidays cn are known for 2024 to 2026 only, so none are counted in 2031";

        assertThat(CommandLineRun.of("sla", "calendar", shanghai, "--month", "2031-02")
                        .err())
                .contains(note);
        CommandLineRun due = CommandLineRun.of(
                "sla", "due", "--calendar", shanghai, "--start", "2031-02-03T01:00:00Z", "--target", "4h");
        assertThat(due.err()).contains(note);
        assertThat(due.out().strip()).isEqualTo("2031-02-03T05:00:00Z");
        assertThat(CommandLineRun.of("sla", "calendar", shanghai, "--month", "2026-02")
                        .err())
                .isEmpty();
    }

    @Test
    void a_month_that_cannot_be_shown_is_said_in_a_sentence() {
        assertRefused(
                2, "write a year and a month", "sla", "calendar", CALENDARS.resolve("berlin.yaml"), "--month", "May");
        assertRefused(2, "does not exist", "sla", "calendar", folder.resolve("none.yaml"), "--month", "2026-02");
        assertRefused(2, "--month", "sla", "calendar", CALENDARS.resolve("berlin.yaml"));
    }

    private static String due(Path calendar, String start, String target) {
        return CommandLineRun.of("sla", "due", "--calendar", calendar, "--start", start, "--target", target)
                .out()
                .strip();
    }

    private static void assertRefused(int exitCode, String message, Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);

        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }
}
