package io.satisflow.local.cli.calendar;

import picocli.CommandLine.Command;

/** {@code calendar}: the files that business calendars are made of. */
@Command(
        mixinStandardHelpOptions = true,
        name = "calendar",
        header = "Holidays for business calendars.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CalendarImportCommand.class)
public final class CalendarCommand {}
