package io.satisflow.local.cli.letters;

import picocli.CommandLine.Command;

/** {@code dead-letters}: what was refused, and another try. */
@Command(
        mixinStandardHelpOptions = true,
        name = "dead-letters",
        header = "What was refused, and another try for it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersListCommand.class, DeadLettersShowCommand.class, DeadLettersRetryCommand.class})
public final class DeadLettersCommand {}
