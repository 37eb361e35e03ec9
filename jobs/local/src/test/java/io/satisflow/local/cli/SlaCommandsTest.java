package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_wrong_case_is_named_with_its_row() throws IOException {
        Files.copy(BERLIN, folder.resolve("berlin.yaml"));
        Path cases = Files.writeString(
                folder.resolve("due.csv"), "id,calendar,start,target\na,berlin.yaml,2026-03-27T15:30:00,4h\n");

        CommandLineRun run = CommandLineRun.of("sla", "due", "--cases", cases);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("due.csv: row 1: start 2026-03-27T15:30:00: write a time with its zone");
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
