package io.satisflow.local.cli.bench;

import picocli.CommandLine.Command;

/** {@code bench}: what the engine costs on this machine. */
@Command(
        mixinStandardHelpOptions = true,
        name = "bench",
        header = "What the engine costs on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchSentimentCommand.class,
            BenchSlaCommand.class,
            BenchDriftCommand.class,
            BenchAlertsCommand.class,
            BenchRedactionCommand.class,
            BenchWallCommand.class,
            BenchIntakeCommand.class,
            BenchDoorCommand.class,
            BenchReplayCommand.class,
            BenchWarehouseCommand.class,
            BenchStoriesCommand.class,
            BenchHooksCommand.class,
            BenchLatencyCommand.class,
            BenchIdleCommand.class,
            BenchPipelineCommand.class,
            BenchWindowsCommand.class
        })
public final class BenchCommand {}
