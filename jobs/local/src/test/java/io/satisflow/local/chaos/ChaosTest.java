package io.satisflow.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.chaos.Chaos.Outcome;
import io.satisflow.local.cli.CommandLineRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosTest {

    @TempDir
    Path folder;

    @Test
    void a_process_killed_at_any_point_and_started_again_gives_the_same_records() throws Exception {
        Path home = CommandLineRun.HOME;
        List<String> sample = List.of(
                "--channel", home.resolve("config/channels/helpdesk.yaml").toString(),
                "--file", home.resolve("config/samples/helpdesk.jsonl").toString(),
                "--config", home.resolve("config/satisflow.yaml").toString());

        List<Outcome> outcomes = new Chaos(sample, folder.resolve("chaos"), "20/s").run(outcome -> {});

        assertThat(outcomes)
                .hasSize(4)
                .allSatisfy(outcome ->
                        assertThat(outcome.differing()).as(outcome.toString()).isEmpty());
        assertThat(outcomes.stream().filter(outcome -> outcome.disturbance().contains("mid run")))
                .allSatisfy(outcome -> assertThat(outcome.checkpoints()).isPositive());
    }
}
