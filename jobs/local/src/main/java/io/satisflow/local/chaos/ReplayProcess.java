package io.satisflow.local.chaos;

import io.satisflow.local.replay.recording.ReplayException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A replay in a process of its own, so that it can be killed as a machine would: at once and without a word. */
final class ReplayProcess {
    private static final String MAIN_CLASS = "io.satisflow.local.cli.Satisflow";

    private final List<String> replayArguments;

    /** @param replayArguments of the command {@code replay}, without {@code --dir} and {@code --parallelism} */
    ReplayProcess(List<String> replayArguments) {
        this.replayArguments = List.copyOf(replayArguments);
    }

    /** @throws ReplayException when it does not end well; the message has what it said last */
    void runToTheEnd(Path directory, int parallelism) throws IOException, InterruptedException {
        Process process = start(directory, parallelism, List.of());
        List<String> said = new ArrayList<>();
        boolean stopped = follow(process, line -> {
            said.add(line);
            return false;
        });
        if (stopped || process.waitFor() != 0) {
            throw new ReplayException("The replay in %s failed: %s".formatted(directory, lastOf(said)));
        }
    }

    /** Kills it when it comes to the point. */
    void runUntil(KillPoint point, Path directory, int parallelism, String speed)
            throws IOException, InterruptedException {
        Process process = start(directory, parallelism, List.of("--speed", speed));
        boolean reached = follow(process, point::isReached);
        process.destroyForcibly().waitFor();
        if (!reached) {
            throw new ReplayException("The replay in %s ended before it could be killed %s; slow it down with --speed"
                    .formatted(directory, point.inWords()));
        }
    }

    private Process start(Path directory, int parallelism, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsatisflow.home=" + System.getProperty("satisflow.home", ""),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN_CLASS,
                "replay"));
        command.addAll(replayArguments);
        command.addAll(List.of("--dir", directory.toString(), "--parallelism", String.valueOf(parallelism)));
        command.addAll(more);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean follow(Process process, Predicate<String> isEnough) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isEnough.test(line)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String lastOf(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
