package io.satisflow.local.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import org.junit.jupiter.api.Test;

class BenchIntakeCommandTest {

    @Test
    void whatever_comes_is_accepted_ignored_or_refused_with_a_reason() {
        CommandLineRun run = CommandLineRun.of("bench", "intake", "--payloads", "4000", "--files", "150");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("no crash, no hang").contains("accepted").contains("invalid_json");
    }
}
