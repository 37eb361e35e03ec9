package io.satisflow.local.cli.option;

import io.satisflow.local.engine.EmbeddedEngine;
import picocli.CommandLine.Option;

/** How large an engine of one's own is, and where its broker is found. */
public final class EngineSizeOptions {
    private static final int MOST_SUBTASKS = 64;

    @Option(
            names = "--parallelism",
            defaultValue = "1",
            paramLabel = "N",
            description = "subtasks of each step (default: 1)")
    private int parallelism;

    @Option(
            names = "--kafka-port",
            converter = PortNumber.class,
            defaultValue = "0",
            paramLabel = "PORT",
            description = "where the embedded broker listens on 127.0.0.1 (default: any free port)")
    private int kafkaPort;

    /** Whether one of them has been said. */
    public boolean areChosen() {
        return parallelism != 1 || kafkaPort != 0;
    }

    /** @throws UsageException when it is too small or too large */
    public EmbeddedEngine.Size size() {
        if (parallelism < 1 || parallelism > MOST_SUBTASKS) {
            throw new UsageException("--parallelism %d: expected 1 to %d".formatted(parallelism, MOST_SUBTASKS));
        }
        return new EmbeddedEngine.Size(parallelism, kafkaPort);
    }
}
