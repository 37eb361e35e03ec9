package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a replay is said in one sentence, with the remedy. */
class ReplayDirectoryTest {
    private static final Path SAMPLE = CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl");

    @TempDir
    Path folder;

    @Test
    void a_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(1, "is in use by another program", "--kafka-port", taken.getLocalPort());
        }
    }

    @Test
    void a_directory_that_is_a_file() throws IOException {
        Files.createFile(folder.resolve("out"));

        assertRefused(2, "this is a file, not a directory");
    }

    @Test
    void a_directory_that_cannot_be_written() throws IOException {
        Files.createFile(folder.resolve("file"));
        CommandLineRun run = CommandLineRun.of(
                "replay", "--channel", "helpdesk", "--file", SAMPLE, "--dir", folder.resolve("file/out"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("cannot be written", "choose another one with --dir")
                .doesNotContain("\tat ");
    }

    @Test
    void a_directory_that_holds_something_else() throws IOException {
        Files.createDirectories(folder.resolve("out/photos"));

        assertRefused(1, "holds other files and no replay; choose a fresh one with --dir");
    }

    @Test
    void a_directory_that_holds_the_replay_of_another_file() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/replay.json"), "{\"file\":\"march.jsonl\"}");

        assertRefused(1, "holds another replay ({\"file\":\"march.jsonl\"}); choose a fresh one with --dir");
    }

    @Test
    void an_ending_that_says_nothing() throws IOException {
        Path file = Files.createFile(folder.resolve("recording.dat"));
        CommandLineRun run =
                CommandLineRun.of("replay", "--channel", "helpdesk", "--file", file, "--dir", folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is none of .csv, .tsv, .txt").doesNotContain("\tat ", "Unexpected");
    }

    private void assertRefused(int exitCode, String message, Object... more) {
        Object[] arguments = new Object[7 + more.length];
        Object[] replay = {"replay", "--channel", "helpdesk", "--file", SAMPLE, "--dir", folder.resolve("out")};
        System.arraycopy(replay, 0, arguments, 0, 7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        CommandLineRun run = CommandLineRun.of(arguments);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }
}
