package io.satisflow.local.cli.sla;

import io.satisflow.calendar.NamedCalendar;
import io.satisflow.local.cli.calendar.CalendarFiles;
import io.satisflow.local.cli.option.UsageException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A question to a calendar: asked once, by two options, or many times, by two columns of a CSV. The answer to one is a line;
 * the answers to many are a CSV of id and answer.
 */
public abstract class CalendarQuestion implements Callable<Integer> {
    private final String first;
    private final String second;
    private final String answer;
    private final Set<String> notes = new LinkedHashSet<>();

    @Spec
    private CommandSpec spec;

    @Option(names = "--calendar", paramLabel = "F.yaml", description = "the working hours")
    private @Nullable Path calendar;

    @Option(
            names = "--cases",
            paramLabel = "F.csv",
            description =
                    "instead of the other options, many at once: columns id, calendar (a path relative to the CSV),"
                            + " and these options by their names")
    private @Nullable Path cases;

    /**
     * @param first the name of an option and column
     * @param second the name of another
     * @param answer what the column of answers is called
     */
    public CalendarQuestion(String first, String second, String answer) {
        this.first = first;
        this.second = second;
        this.answer = answer;
    }

    /** What the two options hold; null where one was not given. */
    abstract @Nullable String firstValue();

    abstract @Nullable String secondValue();

    /**
     * Asked of one calendar.
     *
     * @throws UsageException when what was written cannot be asked
     */
    abstract String answer(NamedCalendar calendar, Written one, Written other);

    /** A value and where it was written: an option, or a column. */
    public record Written(String place, String text) {}

    @Override
    public Integer call() {
        int unanswered = 0;
        if (cases != null) {
            unanswered = answerMany(cases);
        } else {
            answerOne();
        }
        notes.forEach(spec.commandLine().getErr()::println);
        return unanswered == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** An answer a row, in their order; a row without an answer keeps its place. */
    private int answerMany(Path csv) {
        if (calendar != null || firstValue() != null || secondValue() != null) {
            throw new UsageException("--cases: leave out --calendar, --%s and --%s, which are columns of the file"
                    .formatted(first, second));
        }
        CalendarCases rows = CalendarCases.read(csv, first, second);
        spec.commandLine().getOut().println("id," + answer);
        return rows.forEach(
                row -> spec.commandLine()
                        .getOut()
                        .println(CalendarCases.line(
                                row.id(),
                                answer(
                                        row.calendar(),
                                        new Written(first, row.first()),
                                        new Written(second, row.second())))),
                (id, why) -> {
                    spec.commandLine().getOut().println(CalendarCases.line(id, ""));
                    spec.commandLine().getErr().println(why);
                });
    }

    private void answerOne() {
        String one = required(first, firstValue());
        String other = required(second, secondValue());
        if (calendar == null) {
            throw missing("calendar");
        }
        NamedCalendar asked = CalendarFiles.read(calendar);
        spec.commandLine()
                .getOut()
                .println(answer(asked, new Written("--" + first, one), new Written("--" + second, other)));
    }

    final boolean isAskedOnce() {
        return cases == null;
    }

    final void note(String sentence) {
        notes.add(sentence);
    }

    /** Says once for all rows that holidays are missing in the time that was counted. */
    final void noteGaps(NamedCalendar calendar, Instant from, Instant to) {
        int firstYear = LocalDate.ofInstant(from, calendar.calendar().zone()).getYear();
        int lastYear = LocalDate.ofInstant(to, calendar.calendar().zone()).getYear();
        notes.addAll(CalendarFiles.gaps(calendar, firstYear, lastYear));
    }

    private String required(String option, @Nullable String value) {
        if (value == null) {
            throw missing(option);
        }
        return value;
    }

    private UsageException missing(String option) {
        return new UsageException("--%s is missing; give --calendar, --%s and --%s, or --cases with a file of them"
                .formatted(option, first, second));
    }
}
