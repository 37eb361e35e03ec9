package io.satisflow.local.cli.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wall screenshots}, where there is nothing to take a picture of. */
class ScreenshotsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whereNobodyListensItSaysSo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        CommandLineRun run =
                CommandLineRun.of("wall", "screenshots", "http://127.0.0.1:%d/".formatted(free), "--out", folder);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nobody answers there").doesNotContain("ERR_");
    }

    @Test
    void anAddressElsewhereIsNotOneThatTheBrowserReaches() {
        CommandLineRun run = CommandLineRun.of("wall", "screenshots", "http://wall.example/", "--language", "zh");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("须是本机上墙的地址");
    }
}
