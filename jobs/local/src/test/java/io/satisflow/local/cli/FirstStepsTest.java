package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type in their first hour. */
class FirstStepsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"demo,--port,80000", "demo,--wall-port,-1", "run,--kafka-port,65536", "run,--http,eighty"})
    void a_port_that_is_none_is_refused_and_leaves_no_directory(String command, String option, String port) {
        Path directory = folder.resolve("new");

        CommandLineRun run = CommandLineRun.of(command, option, port, "--dir", directory);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(option, "is no port", "65535");
        assertThat(Files.exists(directory)).isFalse();
    }

    @Test
    void a_command_that_is_mistyped_is_answered_with_what_may_be_meant() {
        CommandLineRun run = CommandLineRun.of("replya");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Did you mean", "replay");
    }

    @Test
    void every_line_of_the_list_of_commands_is_a_whole_sentence() {
        String help = CommandLineRun.of("help").out();
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Try it:"));

        assertThat(commands.lines().skip(1).map(String::strip).filter(line -> !line.isEmpty()))
                .allSatisfy(line -> assertThat(line).matches(".*[.?]"));
    }

    @Test
    void due_is_also_told_as_the_clocks_of_the_calendar_show_it() {
        Path calendar = CommandLineRun.HOME.resolve("config/calendars/berlin.yaml");
        Object[] question = {"sla", "due", "--calendar", calendar, "--start", "2026-03-27T16:30+01:00", "--target", "4h"
        };

        CommandLineRun run = CommandLineRun.of(question);
        assertThat(run.err()).contains("Europe/Berlin");
        assertThat(run.out().strip()).endsWith("Z");
        Object[] inShanghai = java.util.Arrays.copyOf(question, question.length + 2);
        inShanghai[question.length] = "--zone";
        inShanghai[question.length + 1] = "Asia/Shanghai";
        assertThat(CommandLineRun.of(inShanghai).out().strip()).endsWith("+08:00");
    }
}
