package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlaCommandsTest {
    private static final Path BERLIN = CommandLineRun.HOME.resolve("config/calendars/berlin.yaml");

    @TempDir
    Path folder;

    @Test
    void due_skips_the_night_the_weekend_and_the_change_of_clocks() {
        CommandLineRun run = CommandLineRun.of(
                "sla", "due", "--calendar", BERLIN, "--start", "2026-03-27T16:30+01:00", "--target", "4h");

        assertThat(run.out().strip()).isEqualTo("2026-03-30T09:30:00Z");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void elapsed_counts_working_seconds_to_the_millisecond() {
        CommandLineRun run = CommandLineRun.of(
                "sla",
                "elapsed",
                "--calendar",
                BERLIN,
                "--from",
                "2026-03-27T16:30+01:00",
                "--to",
                "2026-03-30T09:00:00.500+02:00");

        assertThat(run.out().strip()).isEqualTo("5400.5");
    }

    @Test
    void many_cases_are_answered_in_their_order() throws IOException {
        Files.copy(BERLIN, folder.resolve("berlin.yaml"));
        Path due = Files.writeString(folder.resolve("due.csv"), """
                id,calendar,start,target
                a,berlin.yaml,2026-03-27T15:30:00Z,4h
                b,berlin.yaml,2026-03-30T07:00:00.250Z,90m
                c,berlin.yaml,2026-03-30T07:00:00Z,PT9H
                """);
        Path elapsed = Files.writeString(
                folder.resolve("elapsed.csv"),
                "id,calendar,from,to\na,berlin.yaml,2026-03-27T15:30:00Z,2026-03-30T09:30:00Z\n");

        assertThat(CommandLineRun.of("sla", "due", "--cases", due).out().lines())
                .containsExactly(
                        "id,due", "a,2026-03-30T09:30:00Z", "b,2026-03-30T08:30:00.250Z", "c,2026-03-30T16:00:00Z");
        assertThat(CommandLineRun.of("sla", "elapsed", "--cases", elapsed).out().lines())
                .containsExactly("id,seconds", "a,14400");
    }

    @Test
    void a_wrong_case_is_named_with_its_row_and_the_others_are_answered() throws IOException {
        Files.copy(BERLIN, folder.resolve("berlin.yaml"));
        Path cases = Files.writeString(folder.resolve("due.csv"), """
                id,calendar,start,target
                a,berlin.yaml,2026-03-27T15:30:00,4h
                b,berlin.yaml,2026-03-27T09:00:00+01:00,1h
                """);

        CommandLineRun run = CommandLineRun.of("sla", "due", "--cases", cases);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("due.csv: row 1: start 2026-03-27T15:30:00: write a time with its zone");
        assertThat(run.out().lines()).containsExactly("id,due", "a,", "b,2026-03-27T09:00:00Z");
    }

    @Test
    void what_cannot_be_is_said_in_a_sentence() {
        assertRefused(
                "is not a duration", "due", "--calendar", BERLIN, "--start", "2026-03-27T16:30Z", "--target", "soon");
        assertRefused("write a time with its zone", "due", "--calendar", BERLIN, "--start", "today", "--target", "4h");
        assertRefused(
                "does not exist", "due", "--calendar", "no.yaml", "--start", "2026-03-27T16:30Z", "--target", "4h");
        assertRefused(
                "exchange them",
                "elapsed",
                "--calendar",
                BERLIN,
                "--from",
                "2026-03-27T16:30Z",
                "--to",
                "2026-03-26T16:30Z");
    }

    @Test
    void a_question_that_is_not_whole_or_asks_for_nothing_is_refused() throws IOException {
        Path cases = Files.writeString(folder.resolve("due.csv"), "id,calendar,start,target\n");

        assertRefused("--target is missing", "due", "--calendar", BERLIN, "--start", "2026-03-27T16:30Z");
        assertRefused("--calendar is missing", "elapsed", "--from", "2026-03-27T16:30Z", "--to", "2026-03-28T16:30Z");
        assertRefused("--start is missing; give --calendar, --start and --target, or --cases", "due");
        assertRefused("--cases: leave out --calendar", "due", "--cases", cases, "--target", "4h");
        assertRefused("there is no such file", "due", "--cases", folder.resolve("none.csv"));
    }

    @Test
    void a_target_of_zero_or_of_a_hundred_years_is_refused() {
        String start = "2026-03-27T16:30Z";
        for (String zero : List.of("0h", "0s", "PT0S", "0 workdays", "PT-4H")) {
            assertRefused("must be longer than zero", "due", "--calendar", BERLIN, "--start", start, "--target", zero);
        }
        for (String years : List.of("876000h", "40000d", "9999 workdays 1", "P36525D")) {
            assertRefused("--target " + years, "due", "--calendar", BERLIN, "--start", start, "--target", years);
        }
        assertRefused(
                "takes more than 100 years", "due", "--calendar", BERLIN, "--start", start, "--target", "300000h");
    }

    @Test
    void targets_are_written_in_any_of_the_forms() {
        String start = "2026-03-27T09:00:00.250+01:00";
        for (String hour : List.of("1h", "60m", "3600s", "PT1H", "PT60M", "0h 60m")) {
            assertThat(CommandLineRun.of("sla", "due", "--calendar", BERLIN, "--start", start, "--target", hour)
                            .out()
                            .strip())
                    .as(hour)
                    .isEqualTo("2026-03-27T09:00:00.250Z");
        }
        assertThat(CommandLineRun.of("sla", "due", "--calendar", BERLIN, "--start", start, "--target", "2 workdays")
                        .out()
                        .strip())
                .isEqualTo("2026-03-31T07:00:00.250Z");
    }

    @Test
    void a_calendar_that_cannot_be_used_is_refused_where_it_is_wrong() throws IOException {
        assertRefused(
                "key \"zone\" is missing",
                "due",
                "--calendar",
                calendar("hours: {mon: ['08:00-12:00']}"),
                "--start",
                "2026-03-27T16:30Z",
                "--target",
                "4h");
        assertRefused(
                "no day of the week has working time",
                "due",
                "--calendar",
                calendar("zone: UTC\nhours: {mon: []}"),
                "--start",
                "2026-03-27T16:30Z",
                "--target",
                "4h");
        assertRefused(
                "c.yaml:3:12: holidays[0]: no holidays are named \"atlantis\"",
                "due",
                "--calendar",
                calendar("zone: UTC\nhours: {mon: ['08:00-12:00']}\nholidays: [atlantis]"),
                "--start",
                "2026-03-27T16:30Z",
                "--target",
                "4h");
    }

    @Test
    void a_calendar_in_any_folder_may_name_shipped_holidays() throws IOException {
        Path calendar = calendar("zone: Asia/Shanghai\nhours: {mon-fri: ['09:00-18:00']}\nholidays: [cn]");

        assertThat(CommandLineRun.of(
                                "sla",
                                "due",
                                "--calendar",
                                calendar,
                                "--start",
                                "2026-02-13T17:00+08:00",
                                "--target",
                                "11h")
                        .out()
                        .strip())
                .as("an hour on Friday, nine on the Saturday made up, one on Tuesday after the festival")
                .isEqualTo("2026-02-24T02:00:00Z");
    }

    private Path calendar(String yaml) throws IOException {
        return Files.writeString(folder.resolve("c.yaml"), yaml + "\n");
    }

    private static void assertRefused(String message, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "sla";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLineRun run = CommandLineRun.of(all);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }
}
