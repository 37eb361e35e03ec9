package io.satisflow.local.cli;

import io.satisflow.calendar.BusinessCalendar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sla elapsed}: how much working time was that? */
@Command(
        mixinStandardHelpOptions = true,
        name = "elapsed",
        header = "How much working time was that?",
        description = "The seconds of working time between two instants on a business calendar.",
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla elapsed --calendar config/calendars/berlin.yaml --from 2026-03-27T16:30+01:00"
                    + " --to 2026-03-30T09:00+02:00",
            "  ./satisflow sla elapsed --cases cases.csv  # columns id,calendar,from,to; prints id,seconds"
        })
final class SlaElapsedCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Question question;

    private static final class Question {
        @ArgGroup(exclusive = false)
        private @Nullable One one;

        @Option(
                names = "--cases",
                paramLabel = "F.csv",
                description = "many at once: columns id, calendar (a path relative to the CSV), from, to")
        private @Nullable Path cases;
    }

    private static final class One {
        @Option(names = "--calendar", required = true, paramLabel = "F.yaml", description = "the working hours")
        private Path calendar;

        @Option(names = "--from", required = true, paramLabel = "T", description = "the first instant")
        private String from;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "T",
                description = "the first instant that does not count")
        private String to;
    }

    @Override
    public Integer call() {
        if (question.cases != null) {
            CalendarCases cases = CalendarCases.read(question.cases, "from", "to");
            spec.commandLine().getOut().println("id,seconds");
            cases.forEach(row -> spec.commandLine()
                    .getOut()
                    .println(row.id() + "," + seconds(row.calendar(), "from", row.first(), "to", row.second())));
        } else if (question.one != null) {
            One one = question.one;
            BusinessCalendar calendar = CalendarCases.calendar(one.calendar);
            spec.commandLine().getOut().println(seconds(calendar, "--from", one.from, "--to", one.to));
        }
        return 0;
    }

    private static String seconds(BusinessCalendar calendar, String fromName, String from, String toName, String to) {
        Instant start = InstantText.parse(fromName, from);
        Instant end = InstantText.parse(toName, to);
        if (end.isBefore(start)) {
            throw new UsageException("%s %s is before %s %s; exchange them".formatted(toName, to, fromName, from));
        }
        Duration elapsed = calendar.elapsed(start, end);
        return BigDecimal.valueOf(elapsed.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
