package io.satisflow.local.cli.option;

import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Whether there is a wall beside the engine, and where. */
public final class WallPortOptions {
    @Option(names = "--no-wall", description = "without the wall, the page for browsers")
    private boolean noWall;

    @Option(
            names = "--wall-port",
            converter = PortNumber.class,
            defaultValue = "0",
            paramLabel = "PORT",
            description = "where the wall listens on 127.0.0.1 (default: any free port)")
    private int wallPort;

    /** Empty when there is none. */
    public OptionalInt port() {
        return noWall ? OptionalInt.empty() : OptionalInt.of(wallPort);
    }
}
