package io.satisflow.local.cli.sla;

import io.satisflow.calendar.CalendarMonth;
import io.satisflow.calendar.NamedCalendar;
import io.satisflow.local.cli.calendar.CalendarFiles;
import io.satisflow.local.cli.calendar.CalendarMonthJson;
import io.satisflow.local.cli.calendar.CalendarMonthText;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.speech.Catalogue;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sla calendar}: is that how we work? */
@Command(
        mixinStandardHelpOptions = true,
        name = "calendar",
        header = "Is that how we work? A month of a calendar, to be checked by a person.",
        description = {
            "Prints the weeks of a month with the working hours of each day and week, then the ordinary hours and every",
            "day that differs from them: holidays and make-up days with their names, shifts, and changes of the clocks."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla calendar config/calendars/shanghai.yaml --month 2026-02",
            "  ./satisflow sla calendar config/calendars/berlin.yaml --month 2026-03 --json"
        })
final class SlaCalendarCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "F.yaml", description = "the calendar")
    private Path file;

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "which month")
    private String month;

    @Option(names = "--json", description = "one JSON object instead: working seconds, hours and note of each day")
    private boolean json;

    @Mixin
    private LanguageOption.OfOutput language;

    @Override
    public Integer call() {
        YearMonth of = month();
        NamedCalendar calendar = CalendarFiles.read(file);
        CalendarMonth days = CalendarMonth.of(calendar, of);
        if (json) {
            spec.commandLine().getOut().println(CalendarMonthJson.of(calendar, days));
        } else {
            CalendarMonthText.lines(file, calendar, days, Catalogue.in(language.locale()))
                    .forEach(spec.commandLine().getOut()::println);
        }
        CalendarFiles.gaps(calendar, of.getYear(), of.getYear())
                .forEach(spec.commandLine().getErr()::println);
        return 0;
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new UsageException("--month %s: write a year and a month, such as 2026-02".formatted(month));
        }
    }
}
