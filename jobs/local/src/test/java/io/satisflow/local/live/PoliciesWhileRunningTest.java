package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.io.PolicyTopic;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.sla.policy.PolicyTexts;
import io.satisflow.wire.SlaEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of a live run, as a team lead changes them from a second terminal. */
class PoliciesWhileRunningTest {
    private static final String PREFIX = "policies";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String POLICIES = """
            policies:
              - name: %s
                targets: {first_reply: {target: %s, time: wall, warn: []}}
            """;

    @TempDir
    Path folder;

    @Test
    void policies_applied_during_a_run_hold_for_open_tickets_from_their_instant_on() throws Exception {
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        Files.writeString(config.resolveSibling("policies.yaml"), POLICIES.formatted("slow", "2h"));
        Path quicker = Files.writeString(folder.resolve("quicker.yaml"), POLICIES.formatted("quick", "1h"));
        Path run = folder.resolve("run");
        Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (LiveEngine engine = LiveEngine.start(config, run)) {
            engine.send("raw.helpdesk", 0, LiveSettings.ticketCreated("waiting", created));
            await().atMost(SOON).until(() -> engine.slaEvents(PREFIX).size() == 1);

            assertThat(sla("diff", quicker, config, run).out())
                    .contains("1 of 1 open tickets would change")
                    .containsPattern("quick +first_reply +0 +1 +0 +0 +0 +0")
                    .contains("t-waiting: first_reply due %s instead of %s"
                            .formatted(created.plus(Duration.ofHours(1)), created.plus(Duration.ofHours(2))));

            Instant from = applySoon(quicker, run);
            SlaEvent followed = await().atMost(SOON)
                    .until(() -> engine.slaEvents(PREFIX), said -> said.size() == 2)
                    .get(1);
            assertThat(followed.getEvent()).isEqualTo("apply_policy");
            assertThat(followed.getAt()).isEqualTo(from);
            assertThat(followed.getDue()).isEqualTo(created.plus(Duration.ofHours(1)));

            refusesWhatComesTooSoon(quicker, config, run);
            assertThat(sla("diff", quicker, config, run).out()).contains("0 of 1 open tickets would change");
            assertThat(sla("apply", quicker, config, run).out()).contains("1 policies hold from ");
            assertThat(CommandLineRun.of("sla", "policies", "list", "--config", config, "--dir", run)
                            .out())
                    .contains("configured", from + "  since then: quick", "to come: quick");
        }
        assertThat(sla("apply", quicker, config, run).err()).contains("no run is going on there");
    }

    private static void refusesWhatComesTooSoon(Path policies, Path config, Path run) {
        CommandLineRun refused = CommandLineRun.of(
                "sla", "policies", "apply", policies, "--config", config, "--dir", run, "--in", "10s");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--in 10s: policies are applied at least 60 s ahead", "the earliest is");
    }

    /** The command line wants a minute; this test is in a hurry. */
    private static Instant applySoon(Path policies, Path run) throws Exception {
        Instant from = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        PolicyTexts texts = PolicyTexts.of(policies, Optional.empty());
        new PolicyTopic(RunningBroker.of(run).orElseThrow()).write(from.toString(), from, texts);
        return from;
    }

    private static CommandLineRun sla(String command, Path policies, Path config, Path run) {
        return CommandLineRun.of("sla", "policies", command, policies, "--config", config, "--dir", run);
    }
}
