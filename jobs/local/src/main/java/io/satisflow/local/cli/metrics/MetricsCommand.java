package io.satisflow.local.cli.metrics;

import picocli.CommandLine.Command;

/** {@code metrics}: what is measured, and what each measure means. */
@Command(
        mixinStandardHelpOptions = true,
        name = "metrics",
        header = "What is measured, and what each measure means.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MetricsListCommand.class,
            MetricsExplainCommand.class,
            MetricsWeightsCommand.class,
            MetricsSampleCommand.class
        })
public final class MetricsCommand {}
