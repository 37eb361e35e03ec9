package io.satisflow.local.bench.replay;

import java.util.List;

/** How this build of Satisflow is started in a process of its own. */
public final class OwnProcess {
    private static final String MAIN_CLASS = "io.satisflow.local.cli.Satisflow";

    private OwnProcess() {}

    public static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dsatisflow.home=" + System.getProperty("satisflow.home", ""),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN_CLASS);
    }
}
