package io.satisflow.local.bench.warehouse;

import io.satisflow.local.bench.replay.OwnProcess;
import io.satisflow.local.replay.recording.ReplayException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of this build in a process of its own, so that it can be killed, and what it costs is known. */
public final class WarehouseProcess {
    private WarehouseProcess() {}

    /**
     * Lets {@code ./satisflow warehouse} begin to read, and kills it a little later, at once and without a word.
     *
     * @return whether it was killed, rather than done before
     */
    public static boolean runAndKill(Duration after, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(OwnProcess.command());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.contains("checkpoint") && !line.contains("from their beginning")) {
                line = said.readLine();
            }
            boolean done = process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return !done;
        }
    }

    /**
     * What a process came to.
     *
     * @param seconds from its start to its end
     * @param cpuSeconds of all its threads
     */
    record Cost(double seconds, double cpuSeconds) {}

    /** @throws ReplayException when it does not end well; what it said stands in the file */
    static Cost runToTheEnd(List<String> command, Path said) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        double cpu = OwnProcess.cpuSeconds(process);
        if (process.exitValue() != 0) {
            throw new ReplayException("%s failed; what it said stands in %s"
                    .formatted(String.join(" ", command.subList(5, command.size())), said));
        }
        return new Cost((System.nanoTime() - began) / 1e9, cpu);
    }
}
