package io.satisflow.local.cli.sla;

import picocli.CommandLine.Command;

/** {@code sla}: clocks and calendars without a cluster. */
@Command(
        mixinStandardHelpOptions = true,
        name = "sla",
        header = "Service-level clocks and business calendars, without a cluster.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SlaDueCommand.class,
            SlaElapsedCommand.class,
            SlaReplayCommand.class,
            SlaReconcileCommand.class,
            SlaCalendarCommand.class,
            SlaPoliciesCommand.class
        })
public final class SlaCommand {}
