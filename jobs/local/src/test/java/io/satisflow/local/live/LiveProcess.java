package io.satisflow.local.live;

import static org.awaitility.Awaitility.await;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./satisflow run} in a process of its own, so that it can be killed. */
final class LiveProcess {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Pattern BROKER = Pattern.compile("Kafka broker at ([0-9.:]+);");

    private final Process process;
    private final Path said;

    private LiveProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** @param said file for what it says on standard error */
    static LiveProcess start(Path said, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsatisflow.home=" + CommandLineRun.HOME,
                "-cp",
                System.getProperty("java.class.path"),
                "io.satisflow.local.cli.Satisflow",
                "run"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
        return new LiveProcess(process, said);
    }

    LiveProcess awaitRunning() {
        await().atMost(LONGEST_START).until(() -> said().contains("Running."));
        return this;
    }

    /** Its broker's address. */
    String broker() {
        Matcher broker = BROKER.matcher(said());
        if (!broker.find()) {
            throw new AssertionError("It has not said where its broker is: " + said());
        }
        return broker.group(1);
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void type(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    void endOfInput() throws IOException {
        process.getOutputStream().close();
    }

    /** As a machine that falls asleep, or is paused. */
    void pause() throws Exception {
        signal("STOP");
    }

    void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new AssertionError("kill -" + name + " ended with " + exit);
        }
    }

    /** As a machine would: at once and without a word. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for it to end by itself. Returns the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("It goes on: " + said());
        }
        return process.exitValue();
    }

    /** As Ctrl-C does. Returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("It did not stop: " + said());
        }
        return process.exitValue();
    }
}
