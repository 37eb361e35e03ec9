package io.satisflow.local.cli.channel;

import picocli.CommandLine.Command;

/** {@code channel}: mappings of what sources send. */
@Command(
        mixinStandardHelpOptions = true,
        name = "channel",
        header = "Mappings of what sources send.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ChannelTestCommand.class, ChannelNewCommand.class})
public final class ChannelCommand {}
