package io.satisflow.local.cli.alerts;

import picocli.CommandLine.Command;

/** {@code alerts}: what receivers are told. */
@Command(
        mixinStandardHelpOptions = true,
        name = "alerts",
        header = "What receivers are told, and whether it reaches them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AlertsReplayCommand.class,
            AlertsRouteCommand.class,
            AlertsPreviewCommand.class,
            AlertsSendTestCommand.class,
            AlertsChaosCommand.class
        })
public final class AlertsCommand {}
