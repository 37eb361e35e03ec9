package io.satisflow.local.bench.replay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How this build of Satisflow is started in a process of its own. */
public final class OwnProcess {
    private static final long SAMPLED_MILLIS = 200;
    private static final String MAIN_CLASS = "io.satisflow.local.cli.Satisflow";

    private OwnProcess() {}

    public static List<String> command() {
        return command(MAIN_CLASS);
    }

    /** @param mainClass of this build */
    public static List<String> command(String mainClass) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dsatisflow.home=" + System.getProperty("satisflow.home", ""),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass);
    }

    /** Waits for its end. Looked at while it runs, since nothing tells it afterwards. */
    public static double cpuSeconds(Process process) throws InterruptedException {
        Duration cpu = Duration.ZERO;
        do {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        } while (!process.waitFor(SAMPLED_MILLIS, TimeUnit.MILLISECONDS));
        return cpu.toMillis() / 1e3;
    }
}
