package io.satisflow.local.bench.idle;

import io.satisflow.local.bench.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./satisflow run} in a process of its own, to which nothing is sent. */
public final class IdleTrial {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);
    private static final String RUNS = "Running.";
    /** Kafka keeps files of this length for its indexes, of which it uses little. */
    private static final List<String> PREALLOCATED = List.of(".index", ".timeindex");

    private final Path config;
    private final Duration settle;
    private final Duration measured;

    /** @param settle after the start, in which it still compiles and cleans up */
    public IdleTrial(Path config, Duration settle, Duration measured) {
        this.config = config;
        this.settle = settle;
        this.measured = measured;
    }

    /**
     * @param startSeconds from the command to {@code Running.}
     * @param startCpuSeconds of the process until then
     * @param cpuShare of one core
     * @param bytesADay that the broker's topics grow by
     */
    public record Outcome(double startSeconds, double startCpuSeconds, double cpuShare, double bytesADay) {}

    /** @param folder a fresh one */
    public Outcome run(Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Path directory = folder.resolve("run");
        List<String> command = new ArrayList<>(OwnProcess.engineCommand("run"));
        command.addAll(List.of("--dir", directory.toString(), "--config", config.toString()));
        long startedAt = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            awaitRunning(process, said);
            double startSeconds = (System.nanoTime() - startedAt) / 1e9;
            double startCpu = cpuSeconds(process);
            Thread.sleep(settle.toMillis());
            double cpuBefore = cpuSeconds(process);
            long bytesBefore = bytes(directory.resolve("broker"));
            long before = System.nanoTime();
            Thread.sleep(measured.toMillis());
            double seconds = (System.nanoTime() - before) / 1e9;
            double cpu = cpuSeconds(process) - cpuBefore;
            long grown = bytes(directory.resolve("broker")) - bytesBefore;
            if (!process.isAlive()) {
                throw new IllegalStateException("run has ended by itself; what it said stands in " + said);
            }
            return new Outcome(
                    startSeconds,
                    startCpu,
                    cpu / seconds,
                    grown / seconds * Duration.ofDays(1).toSeconds());
        } finally {
            process.destroy();
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void awaitRunning(Process process, Path said) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!new String(Files.readAllBytes(said), StandardCharsets.UTF_8).contains(RUNS)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("run did not start; what it said stands in " + said);
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private static double cpuSeconds(Process process) {
        return process.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IllegalStateException("This system does not tell what a process costs"))
                        .toMillis()
                / 1e3;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> PREALLOCATED.stream().noneMatch(file.toString()::endsWith))
                    .mapToLong(IdleTrial::size)
                    .sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A file that has just been deleted has none. */
    private static long size(Path file) {
        return Files.isRegularFile(file) ? file.toFile().length() : 0;
    }
}
