package io.satisflow.local.chaos.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./satisflow run} in a process of its own: one life of the engine. */
final class RunProcess {
    private static final String MAIN_CLASS = "io.satisflow.local.cli.Satisflow";

    private final Process process;
    private final Path said;
    private final Instant startedAt;

    private RunProcess(Process process, Path said, Instant startedAt) {
        this.process = process;
        this.said = said;
        this.startedAt = startedAt;
    }

    /**
     * @param said file for what it says
     * @param arguments of {@code run}
     */
    static RunProcess start(Path said, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-XX:+UseSerialGC"));
        command.addAll(asLaunched());
        command.addAll(List.of(
                "-Dsatisflow.home=" + System.getProperty("satisflow.home", ""),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN_CLASS,
                "run"));
        command.addAll(arguments);
        Instant startedAt = Instant.now();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new RunProcess(process, said, startedAt);
    }

    /** What the launcher gives to every run beside the usual. */
    private static List<String> asLaunched() {
        return Stream.of(System.getProperty("satisflow.run.options", "").split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    long pid() {
        return process.pid();
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    List<String> said() throws IOException {
        // The last line may be half written, in the middle of a letter even.
        return new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** kill -9: at once and without a word. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP: as a machine that falls asleep. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        SystemCommand.run("kill", "-" + name, String.valueOf(pid()));
    }

    /** Whether it has ended by itself in that time. */
    boolean hasEndedWithin(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!hasEndedWithin(60)) {
            kill();
        }
    }
}
