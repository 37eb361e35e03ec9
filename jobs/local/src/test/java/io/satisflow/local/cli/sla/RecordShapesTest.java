package io.satisflow.local.cli.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of other makers' help desks as connectors publish them, with what is right; beside the shared data. */
class RecordShapesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String UNTIL = "2026-03-05T00:00:00Z";

    @Test
    void freshdesks_tickets_keep_their_clocks_through_every_change() throws IOException {
        List<String> said = replay("freshdesk");

        assertThat(said)
                .contains(
                        "1 first_reply breach 02T10:00:00.001Z due 02T10:00:00Z",
                        "3 next_reply activate 02T12:00:00Z due 02T14:00:00Z",
                        "3 agent_work resume 02T12:00:00Z due 02T19:30:00Z",
                        "4 first_reply apply_policy 02T09:20:00Z due 02T09:30:00Z",
                        "4 first_reply breach 02T09:30:00.001Z due 02T09:30:00Z",
                        "5 next_reply breach 02T14:00:00.001Z due 02T14:00:00Z",
                        "6 first_reply breach 02T10:00:00.001Z due 02T10:00:00Z")
                .noneMatch(line -> line.startsWith("2 first_reply"));
    }

    @Test
    void intercoms_conversations_keep_their_clocks_through_every_part() throws IOException {
        List<String> said = replay("intercom");

        assertThat(said)
                .contains(
                        "1 first_reply breach 02T10:00:00.001Z due 02T10:00:00Z",
                        "3 next_reply activate 02T11:00:00Z due 02T13:00:00Z",
                        "3 agent_work resume 02T11:00:00Z due 02T18:40:00Z",
                        "4 agent_work resume 02T10:00:00Z due 02T17:40:00Z",
                        "4 agent_work breach 02T17:40:00.001Z due 02T17:40:00Z",
                        "5 agent_work resume 02T11:00:00Z due 02T18:50:00Z",
                        "5 agent_work breach 02T18:50:00.001Z due 02T18:50:00Z",
                        "6 first_reply breach 02T10:00:00.001Z due 02T10:00:00Z")
                .noneMatch(line -> line.startsWith("2 "));
    }

    private static List<String> replay(String channel) throws IOException {
        String data = System.getProperty("satisflow.data", "");
        assumeTrue(!data.isBlank(), "set -Dsatisflow.data=.../shared/data to run this on published records");
        Path folder = Path.of(data).resolveSibling("cases/reported/sla").resolve(channel + "-real-shapes");
        assumeTrue(Files.isDirectory(folder), () -> folder + " does not exist");
        CommandLineRun run = CommandLineRun.of(
                "sla",
                "replay",
                "--channel",
                channel,
                "--config",
                folder.resolve("policies.yaml"),
                "--events",
                folder.resolve("events.jsonl"),
                "--until",
                UNTIL);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> said = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            JsonNode event = MAPPER.readTree(line);
            said.add("%s %s %s %s due %s"
                    .formatted(
                            event.get("ticket").asText(),
                            event.get("clock").asText(),
                            event.get("event").asText(),
                            event.get("at").asText().substring(8),
                            event.get("due").isNull()
                                    ? "-"
                                    : event.get("due").asText().substring(8)));
        }
        return said;
    }
}
