package io.satisflow.local.bench;

import io.satisflow.local.replay.recording.ReplayException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How this build of Satisflow is started in a process of its own. */
public final class OwnProcess {
    private static final long SAMPLED_MILLIS = 200;
    private static final String CLASS_PATH = "-cp";
    private static final String MAIN_CLASS = "io.satisflow.local.cli.Satisflow";

    private OwnProcess() {}

    public static List<String> command() {
        return command(MAIN_CLASS);
    }

    /** @param mainClass of this build */
    public static List<String> command(String mainClass) {
        return command(List.of(), mainClass);
    }

    /** @param subcommand {@code run} or {@code replay}, with what the launcher gives to these beside the usual */
    public static List<String> engineCommand(String subcommand) {
        List<String> options = Stream.of(
                        System.getProperty("satisflow.run.options", "").split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
        return Stream.concat(command(options, MAIN_CLASS).stream(), Stream.of(subcommand))
                .toList();
    }

    private static List<String> command(List<String> options, String mainClass) {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dsatisflow.home=" + System.getProperty("satisflow.home", ""),
                CLASS_PATH,
                System.getProperty("java.class.path"),
                mainClass));
        return List.copyOf(command);
    }

    /**
     * What a process came to.
     *
     * @param seconds from its start to its end
     * @param cpuSeconds of all its threads
     */
    public record Cost(double seconds, double cpuSeconds) {}

    /**
     * Starts it and waits for its end.
     *
     * @param said the file that takes what it says
     * @throws ReplayException when it does not end well
     */
    public static Cost runToTheEnd(List<String> command, Path said) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        double cpu = cpuSeconds(process);
        if (process.exitValue() != 0) {
            throw new ReplayException(
                    "%s failed; what it said stands in %s".formatted(String.join(" ", words(command)), said));
        }
        return new Cost((System.nanoTime() - began) / 1e9, cpu);
    }

    /** What a reader would type, without the class path. */
    private static List<String> words(List<String> command) {
        return command.subList(command.indexOf(CLASS_PATH) + 2, command.size());
    }

    /** Looked at while it runs, since nothing tells it afterwards. */
    private static double cpuSeconds(Process process) throws InterruptedException {
        Duration cpu = Duration.ZERO;
        do {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        } while (!process.waitFor(SAMPLED_MILLIS, TimeUnit.MILLISECONDS));
        return cpu.toMillis() / 1e3;
    }
}
