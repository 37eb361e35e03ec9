package io.satisflow.local.cli.sla;

import picocli.CommandLine.Command;

/** {@code sla policies}: policies of an engine that is running. */
@Command(
        mixinStandardHelpOptions = true,
        name = "policies",
        header = "Changes policies while the engine runs: diff first, then apply.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PoliciesDiffCommand.class, PoliciesApplyCommand.class, PoliciesListCommand.class})
final class SlaPoliciesCommand {}
