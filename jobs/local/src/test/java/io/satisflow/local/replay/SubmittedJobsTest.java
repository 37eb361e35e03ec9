package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.Topic;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.engine.EmbeddedEngine;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay through brokers and jobs that run already is the replay that it would have been without them. */
class SubmittedJobsTest {
    private static final Path SAMPLE = CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl");
    private static final Path CONFIG = CommandLineRun.HOME.resolve("config/satisflow.yaml");
    private static final Path CHANNEL = CommandLineRun.HOME.resolve("config/channels/helpdesk.yaml");

    @TempDir
    Path folder;

    @Test
    void it_writes_the_same_files_and_takes_no_second_recording_into_the_same_topic() throws Exception {
        ReplayRun own = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("own"));
        try (EmbeddedEngine engine = EmbeddedEngine.start(folder.resolve("elsewhere"), new EmbeddedEngine.Size(1, 0))) {
            engine.submitJobs(CONFIG, Optional.of(CHANNEL));
            String brokers = String.valueOf(engine.kafkaProperties().get("bootstrap.servers"));
            ReplayRun through = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("through"), "--brokers", brokers);

            assertThat(through.summary()).isEqualTo(own.summary());
            for (Topic topic : EnumSet.complementOf(
                    EnumSet.of(Topic.SLA_POLICIES, Topic.ALERT_CONTROLS, Topic.CUSTOMER_ERASURES))) {
                assertThat(through.bytesOf(topic.shortName()))
                        .as(topic.shortName())
                        .isEqualTo(own.bytesOf(topic.shortName()));
            }
            CommandLineRun second = replay("--dir", folder.resolve("second"), "--brokers", brokers);
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("holds records already", "another topics.prefix");
        }
    }

    @Test
    void options_of_an_engine_of_its_own_are_refused() {
        CommandLineRun run =
                replay("--dir", folder.resolve("out"), "--brokers", "127.0.0.1:9092", "--parallelism", "2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--brokers: leave out --parallelism");
    }

    private static CommandLineRun replay(Object... more) {
        Object[] arguments = new Object[5 + more.length];
        Object[] replay = {"replay", "--channel", "helpdesk", "--file", SAMPLE};
        System.arraycopy(replay, 0, arguments, 0, replay.length);
        System.arraycopy(more, 0, arguments, replay.length, more.length);
        return CommandLineRun.of(arguments);
    }
}
