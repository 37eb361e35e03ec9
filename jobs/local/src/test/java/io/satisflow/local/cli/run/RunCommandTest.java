package io.satisflow.local.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a live run is said in one sentence, with the remedy. */
class RunCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_channel_that_the_settings_do_not_have() {
        assertRefused(2, "has no channel of that name; it has helpdesk, reviews, survey", "--input", "shop=f.jsonl");
    }

    @Test
    void an_input_without_a_channel() {
        assertRefused(2, "write CHANNEL=FILE, or CHANNEL=- for standard input", "--input", "feed.jsonl");
    }

    @Test
    void an_input_that_is_a_folder() {
        assertRefused(2, "this is a folder; name a file in it", "--input", "survey=" + folder);
    }

    @Test
    void an_input_that_is_a_csv() {
        assertRefused(2, "read a CSV with replay", "--input", "survey=answers.csv");
    }

    @Test
    void two_channels_on_one_input() {
        assertRefused(
                2,
                "standard input is named twice; each input is for one channel",
                "--input",
                "survey=-",
                "--input",
                "helpdesk=-");
    }

    @Test
    void a_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(1, "is in use by another program", "--kafka-port", taken.getLocalPort());
        }
    }

    @Test
    void the_directory_of_a_replay() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/replay.json"), "{}");

        assertRefused(1, "holds a replay; choose another one with --dir");
    }

    @Test
    void a_directory_that_holds_something_else() throws IOException {
        Files.createDirectories(folder.resolve("run/photos"));

        assertRefused(1, "holds other files and no live run; choose another one with --dir");
    }

    @Test
    void a_directory_that_was_begun_under_another_prefix() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/live.json"), "{\"prefix\":\"shop\"}");

        assertRefused(1, "was begun with topics.prefix shop, not satisflow");
    }

    @Test
    void a_replay_in_the_directory_of_a_live_run() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/live.json"), "{\"prefix\":\"satisflow\"}");
        Path sample = CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl");

        CommandLineRun run =
                CommandLineRun.of("replay", "--channel", "helpdesk", "--file", sample, "--dir", folder.resolve("run"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("holds a live run; choose a fresh one with --dir");
    }

    private void assertRefused(int exitCode, String message, Object... more) {
        Object[] arguments = new Object[3 + more.length];
        System.arraycopy(new Object[] {"run", "--dir", folder.resolve("run")}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        CommandLineRun run = CommandLineRun.of(arguments);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(message).doesNotContain("\tat ", "Unexpected");
    }
}
