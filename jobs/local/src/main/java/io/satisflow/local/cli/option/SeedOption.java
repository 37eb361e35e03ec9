package io.satisflow.local.cli.option;

import picocli.CommandLine.Option;

/** {@code --seed}: what is drawn by chance. */
public final class SeedOption {
    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "decides what is drawn by chance: the same one draws the same (default: 1)")
    private long seed;

    public long value() {
        return seed;
    }
}
