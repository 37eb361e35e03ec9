package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.CommandLineRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {
    private static final Path SAMPLE = CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl");
    private static final List<String> TOPICS = List.of("feedback", "ticket-events", "sla-events", "dead-letters");

    @TempDir
    static Path folder;

    private static ReplayRun fast;

    @BeforeAll
    static void replayFast() {
        fast = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("fast"));
    }

    @Test
    void a_slow_replay_and_one_with_two_subtasks_give_what_a_fast_one_gives() {
        ReplayRun slow = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("slow"), "--speed", "60000x");
        ReplayRun parallel = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("parallel"), "--parallelism", "2");

        assertThat(fast.topic("sla-events")).hasSizeGreaterThan(100);
        for (String topic : TOPICS) {
            assertThat(slow.bytesOf(topic)).isEqualTo(fast.bytesOf(topic));
            assertThat(parallel.bytesOf(topic)).isEqualTo(fast.bytesOf(topic));
        }
    }

    @Test
    void a_replay_that_was_complete_may_be_run_again() {
        String before = fast.bytesOf("sla-events");

        ReplayRun again = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("fast"), "--parallelism", "2");

        assertThat(again.bytesOf("sla-events")).isEqualTo(before);
    }

    @Test
    void a_dry_run_on_the_ticket_events_of_a_replay_says_what_its_clocks_said() {
        Path events = fast.directory().resolve("topics/ticket-events.jsonl");

        CommandLineRun run = CommandLineRun.of("sla", "replay", "--events", events);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().map(DeterminismTest::withoutNulls))
                .containsExactlyElementsOf(fast.topic("sla-events"));
    }

    private static JsonNode withoutNulls(String line) {
        try {
            ObjectNode json = (ObjectNode) new ObjectMapper().readTree(line);
            json.properties().removeIf(property -> property.getValue().isNull());
            return json;
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
