package io.satisflow.local.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.cli.CommandLineRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSlaCommandTest {
    @TempDir
    Path folder;

    @Test
    void both_kinds_of_clocks_say_the_same_and_no_breach_is_late() throws Exception {
        CommandLineRun run = CommandLineRun.of("bench", "sla", "--tickets", "2k", "--updates", "4k", "--dir", folder);

        assertThat(run.exitCode()).as(run.err()).isZero();
        String json = run.out().lines().reduce((first, last) -> last).orElseThrow();
        JsonNode lazy = new ObjectMapper().readTree(json).path("runs").path(0);
        JsonNode other = new ObjectMapper().readTree(json).path("runs").path(1);
        assertThat(lazy.path("clocks").asText()).isEqualTo("lazy");
        assertThat(other.path("clocks").asText()).isEqualTo("delete-and-register");
        assertThat(lazy.path("digest")).isEqualTo(other.path("digest"));
        assertThat(lazy.path("breaches").asLong()).isPositive();
        assertThat(lazy.path("late_ms").asLong()).isZero();
    }

    @Test
    void sizes_that_are_no_numbers_are_refused() {
        CommandLineRun run = CommandLineRun.of("bench", "sla", "--tickets", "many");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--tickets many: expected a number such as 2000, 100k or 5M");
    }
}
