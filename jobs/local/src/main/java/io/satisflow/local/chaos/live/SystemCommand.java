package io.satisflow.local.chaos.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command of the system, such as kill. */
final class SystemCommand {
    private SystemCommand() {}

    /** @throws IOException when it is not there, or ends with another code than 0 */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("%s ended with %d: %s".formatted(List.of(command), exit, said.strip()));
        }
        return said;
    }

    /** Whether it can be run, and ends with 0. */
    static boolean works(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
