package io.satisflow.local.cli.alerts;

import io.satisflow.local.cli.alerts.live.AlertsAckCommand;
import io.satisflow.local.cli.alerts.live.AlertsListCommand;
import io.satisflow.local.cli.alerts.live.AlertsShowCommand;
import io.satisflow.local.cli.alerts.live.AlertsSilenceCommand;
import picocli.CommandLine.Command;

/** {@code alerts}: how alerts stand, and what receivers are told of them. */
@Command(
        mixinStandardHelpOptions = true,
        name = "alerts",
        header = "How alerts stand, what receivers are told, and whether it reaches them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AlertsListCommand.class,
            AlertsShowCommand.class,
            AlertsAckCommand.class,
            AlertsSilenceCommand.class,
            AlertsReplayCommand.class,
            AlertsRouteCommand.class,
            AlertsPreviewCommand.class,
            AlertsSendTestCommand.class,
            AlertsChaosCommand.class
        })
public final class AlertsCommand {}
