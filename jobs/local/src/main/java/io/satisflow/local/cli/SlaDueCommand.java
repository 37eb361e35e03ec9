package io.satisflow.local.cli;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.sla.Allowance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sla due}: when is it too late? */
@Command(
        mixinStandardHelpOptions = true,
        name = "due",
        header = "When is it too late?",
        description = {
            "When a target is used up on a business calendar: the earliest instant at which that much working",
            "time has passed since the start. A reply at exactly that instant is in time."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow sla due --calendar config/calendars/berlin.yaml --start 2026-03-27T16:30+01:00 --target 4h",
            "  ./satisflow sla due --cases cases.csv      # columns id,calendar,start,target; prints id,due"
        })
final class SlaDueCommand implements Callable<Integer> {

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
                description = "many at once: columns id, calendar (a path relative to the CSV), start, target")
        private @Nullable Path cases;
    }

    private static final class One {
        @Option(names = "--calendar", required = true, paramLabel = "F.yaml", description = "the working hours")
        private Path calendar;

        @Option(names = "--start", required = true, paramLabel = "T", description = "when the clock starts")
        private String start;

        @Option(
                names = "--target",
                required = true,
                paramLabel = "D",
                description = "working time: 4h, 90m, 3600s, PT4H, or 2 workdays")
        private String target;
    }

    @Override
    public Integer call() {
        if (question.cases != null) {
            CalendarCases cases = CalendarCases.read(question.cases, "start", "target");
            spec.commandLine().getOut().println("id,due");
            cases.forEach(row -> spec.commandLine()
                    .getOut()
                    .println(row.id() + "," + due(row.calendar(), "start", row.first(), "target", row.second())));
        } else if (question.one != null) {
            One one = question.one;
            BusinessCalendar calendar = CalendarCases.calendar(one.calendar);
            spec.commandLine().getOut().println(due(calendar, "--start", one.start, "--target", one.target));
        }
        return 0;
    }

    private static Instant due(
            BusinessCalendar calendar, String startName, String start, String targetName, String target) {
        Instant from = InstantText.parse(startName, start);
        try {
            return calendar.due(from, Allowance.parse(target).from(from, calendar));
        } catch (IllegalArgumentException e) {
            throw new UsageException("%s %s: %s".formatted(targetName, target, e.getMessage()));
        }
    }
}
