package io.satisflow.local.cli.data;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code topics}: what stands on the topics of a running engine. */
@Command(
        mixinStandardHelpOptions = true,
        name = "topics",
        header = "What stands on the topics of a running engine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TopicsTailCommand.class,
            TopicsSchemaCommand.class,
            TopicsReferenceCommand.class,
            TopicsFlinkSqlCommand.class,
            CommandLine.HelpCommand.class
        })
public final class TopicsCommand {}
