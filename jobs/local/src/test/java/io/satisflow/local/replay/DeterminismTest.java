package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {
    private static final Path SAMPLE = CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl");
    private static final List<String> TOPICS = List.of("feedback", "ticket-events", "sla-events", "dead-letters");

    @TempDir
    Path folder;

    @Test
    void a_slow_replay_and_one_with_two_subtasks_give_what_a_fast_one_gives() {
        ReplayRun fast = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("fast"));
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
        ReplayRun first = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("again"));
        String before = first.bytesOf("sla-events");

        ReplayRun again = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("again"), "--parallelism", "2");

        assertThat(again.bytesOf("sla-events")).isEqualTo(before);
    }
}
