package io.satisflow.local.chaos.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's processes, one after the other in the same directory and at the same port. */
final class Lives {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    private final Path folder;
    private final Path directory;
    private final CampaignSettings settings;
    private final Path answers;
    private final Path tickets;
    private final int port;
    private int count;
    private @Nullable RunProcess current;

    /**
     * @param folder for what they say
     * @param directory of the run
     */
    Lives(Path folder, Path directory, CampaignSettings settings, Path answers, Path tickets) throws IOException {
        this.folder = folder.resolve("said");
        this.directory = directory;
        this.settings = settings;
        this.answers = answers;
        this.tickets = tickets;
        this.port = freePort();
        Files.createDirectories(this.folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts the next one, and waits until its broker can be asked. */
    void begin() throws IOException, InterruptedException {
        count++;
        current = RunProcess.start(
                said(),
                List.of(
                        "--config",
                        settings.file().toString(),
                        "--dir",
                        directory.toString(),
                        "--kafka-port",
                        String.valueOf(port),
                        "--parallelism",
                        settings.parallelism(),
                        "--no-wall",
                        "--input",
                        "survey=" + answers,
                        "--input",
                        "helpdesk=" + tickets));
        awaitLine("Kafka broker at");
    }

    private Path said() {
        return folder.resolve("%04d.txt".formatted(count));
    }

    private void awaitLine(String beginning) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        while (current().said().stream().noneMatch(line -> line.startsWith(beginning))) {
            requireAlive(deadline);
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Returns how long it took from the start, or from when it was expected. */
    Duration awaitOutput(Witness witness) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        Instant since = witness.expectedSince(current().startedAt());
        Optional<Instant> output = witness.firstOutput();
        while (output.isEmpty()) {
            requireAlive(deadline);
            Thread.sleep(POLL.toMillis());
            output = witness.firstOutput();
        }
        return Duration.between(since, output.get());
    }

    private void requireAlive(Instant deadline) throws IOException {
        if (!current().isAlive()) {
            throw LiveCampaign.failed("the run ended by itself: " + lastWords());
        }
        if (Instant.now().isAfter(deadline)) {
            throw LiveCampaign.failed(
                    "nothing was committed for %d min; see %s".formatted(LONGEST_START.toMinutes(), said()));
        }
    }

    RunProcess current() {
        if (current == null) {
            throw new IllegalStateException("No life has begun");
        }
        return current;
    }

    Path directory() {
        return directory;
    }

    String broker() {
        return "127.0.0.1:" + port;
    }

    String lastWords() throws IOException {
        List<String> said = current().said();
        return String.join(" | ", said.subList(Math.max(0, said.size() - 3), said.size()));
    }

    void end() throws InterruptedException {
        current().stop();
    }

    void kill() throws InterruptedException {
        if (current != null) {
            current.kill();
        }
    }
}
