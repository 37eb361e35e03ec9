package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSettingsTest {
    private static final String POLICIES =
            "policies: [{name: all, targets: {first_reply: {target: %s, time: wall}}}]\n";

    @TempDir
    Path folder;

    @Test
    void what_a_run_was_started_with_stays_when_its_files_are_edited() throws IOException {
        Path config = settings("2h");
        RecordedSettings.of(config).rememberIn(folder);
        Files.writeString(folder.resolve("policies.yaml"), POLICIES.formatted("5h"));

        RecordedSettings recorded = RecordedSettings.in(folder).orElseThrow();
        assertThat(recorded.config()).isEqualTo(config.toAbsolutePath());
        assertThat(recorded.slaPolicies().orElseThrow().toString())
                .contains("PT2H")
                .doesNotContain("PT5H");
    }

    @Test
    void a_diff_on_its_directory_compares_with_that_and_not_with_the_file() throws IOException {
        Path config = settings("2h");
        Path events = Files.writeString(folder.resolve("events.jsonl"), """
                {"id":"e1","ticket":"T1","at":"2026-03-02T08:00:00Z","type":"created","by":"customer"}
                """);
        Path run = Files.createDirectory(folder.resolve("live"));
        RecordedSettings.of(config).rememberIn(run);
        Path edited = Files.writeString(folder.resolve("policies.yaml"), POLICIES.formatted("5h"));

        CommandLineRun diff = CommandLineRun.of(
                "sla", "policies", "diff", edited, "--dir", run, "--events", events, "--at", "2026-03-02T08:30:00Z");

        assertThat(diff.exitCode()).as(diff.err()).isZero();
        assertThat(diff.out()).contains("1 of 1 open tickets would change", "T1: first_reply due 2026-03-02T13:00:00Z");
    }

    @Test
    void a_directory_without_a_run_remembers_nothing() throws IOException {
        assertThat(RecordedSettings.in(folder)).isEqualTo(Optional.empty());
    }

    private Path settings(String target) throws IOException {
        Files.writeString(folder.resolve("policies.yaml"), POLICIES.formatted(target));
        return Files.writeString(folder.resolve("satisflow.yaml"), "policies: policies.yaml\n");
    }
}
