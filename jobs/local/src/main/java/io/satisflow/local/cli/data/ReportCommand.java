package io.satisflow.local.cli.data;

import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.tables.ExportedTopics;
import io.satisflow.local.tables.Report;
import io.satisflow.local.tables.ReportFormat;
import io.satisflow.local.tables.ResultTables;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: a week for the one who has to answer for it. */
@Command(
        mixinStandardHelpOptions = true,
        name = "report",
        header = "A week in numbers and words: scores, promises kept, worst tickets, alerts, verbatims.",
        description = {
            "Of the last seven days that a replay or a run knows of, or of --from to --to (a day that is not in it any",
            "more), beside as many days before. A score of fewer than 5 answers is not shown."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow report --dir out",
            "  ./satisflow report --dir out --zone Asia/Shanghai --language zh --format html > week.html"
        })
public final class ReportCommand implements Callable<Integer> {
    private static final List<String> SORTS = List.of("team", "owner", "priority", "product", "channel", "policy");
    private static final int WEEK = 7;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Written directory;

    @Option(names = "--from", paramLabel = "DATE", description = "its first day (default: seven days before --to)")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "the day after its last (default: after the last event)")
    private @Nullable String to;

    @Mixin
    private ZoneOption zone;

    @Option(
            names = "--by",
            split = ",",
            defaultValue = "team",
            paramLabel = "team,product",
            description =
                    "what promises are sorted by: team, owner, priority, product, channel, policy (default: team)")
    private List<String> by;

    @Option(
            names = "--format",
            defaultValue = "TEXT",
            paramLabel = "text|csv|html",
            description = "how it is written (default: text)")
    private ReportFormat format;

    @Mixin
    private LanguageOption.OfOutput language;

    @Override
    public Integer call() {
        ZoneId days = zone.zone();
        by.stream().filter(name -> !SORTS.contains(name)).findFirst().ifPresent(name -> {
            throw new UsageException("--by %s: expected one or more of %s".formatted(name, String.join(", ", SORTS)));
        });
        Locale words = language.locale();
        try (ExportedTopics topics = ExportedTopics.of(directory.path());
                ResultTables tables = ResultTables.open(topics.folder(), days)) {
            LocalDate end = to == null ? dayAfterTheLast(tables, days) : date("--to", to);
            LocalDate start = from == null ? end.minusDays(WEEK) : date("--from", from);
            Report report = Report.of(tables, new Report.Period(start, end, days), by, words);
            spec.commandLine().getOut().println(format.of(report, words));
        }
        return 0;
    }

    private LocalDate dayAfterTheLast(ResultTables tables, ZoneId days) {
        String last = tables.ask("""
                        SELECT CAST(CAST(max(happened) AT TIME ZONE '%s' AS DATE) AS VARCHAR) FROM (
                          SELECT max(occurred_at) AS happened FROM feedback UNION ALL SELECT max(last_event_at) FROM tickets)""".formatted(days.getId())).rows().get(0).get(0);
        if (last == null) {
            throw new UsageException("--dir %s: nothing has happened there yet".formatted(directory.path()));
        }
        return LocalDate.parse(last).plusDays(1);
    }

    private static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("%s %s: expected a day such as 2026-03-02".formatted(option, text));
        }
    }
}
