package io.satisflow.local.cli.drift;

import picocli.CommandLine.Command;

/** {@code drift}: detectors tried on a series, without a cluster. */
@Command(
        mixinStandardHelpOptions = true,
        name = "drift",
        header = "Detectors of drift, without a cluster.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DriftBacktestCommand.class})
public final class DriftCommand {}
