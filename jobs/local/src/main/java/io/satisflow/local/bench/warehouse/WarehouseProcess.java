package io.satisflow.local.bench.warehouse;

import io.satisflow.local.bench.OwnProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code warehouse} in a process of its own, so that it can be killed. */
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
}
