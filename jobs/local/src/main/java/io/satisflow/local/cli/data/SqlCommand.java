package io.satisflow.local.cli.data;

import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.tables.AnswerFormat;
import io.satisflow.local.tables.ExportedTopics;
import io.satisflow.local.tables.ResultTables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql}: questions on what a replay or a run has found. */
@Command(
        mixinStandardHelpOptions = true,
        name = "sql",
        header = "Asks what a replay or a run has found, in SQL.",
        description = {
            "The results as tables: feedback, ratings, aspects, tickets, first_replies, sla_instances, satisfaction, daily,",
            "alerts, signals, notifications, dead_letters. Without a query, the tables are listed with their columns.",
            "The SQL is DuckDB's. Nothing is written: a run that is going on is copied as it is now. With --parquet or",
            "--iceberg, of the tables that `warehouse` keeps."
        },
        footer = {
            "",
            "Examples:",
            "  Which team missed most first replies?",
            "    ./satisflow sql --dir out \"SELECT team, count(*) AS missed FROM sla_instances",
            "      WHERE clock = 'first_reply' AND outcome = 'missed' GROUP BY team ORDER BY missed DESC\"",
            "  What was CSAT per product per day?",
            "    ./satisflow sql --dir out \"SELECT day, product, n, round(score, 1) AS csat FROM daily",
            "      WHERE metric = 'csat' AND product IS NOT NULL AND channel IS NULL AND n > 0\"",
            "  Which alerts fired?",
            "    ./satisflow sql --dir out \"SELECT since, rule, summary, state FROM alerts",
            "      WHERE state NOT IN ('pending', 'inactive') ORDER BY since\""
        })
public final class SqlCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "what to ask (default: which tables are there?)")
    private @Nullable String query;

    @Option(names = "--dir", paramLabel = "DIR", description = "of a finished replay, or of a run")
    private @Nullable Path directory;

    @Option(names = "--parquet", paramLabel = "DIR", description = "or the tables that `warehouse` keeps there")
    private @Nullable Path parquet;

    @Option(names = "--iceberg", paramLabel = "DIR", description = "or the Iceberg tables that it keeps there")
    private @Nullable Path iceberg;

    @Mixin
    private ZoneOption zone;

    @Option(
            names = "--format",
            defaultValue = "TABLE",
            paramLabel = "table|csv|jsonl",
            description = "how the answer is written (default: table)")
    private AnswerFormat format;

    @Override
    public Integer call() {
        ZoneId days = zone.zone();
        if (Stream.of(directory, parquet, iceberg).filter(Objects::nonNull).count() != 1) {
            throw new UsageException(
                    "What is asked? Give --dir DIR of a replay or a run, or --parquet DIR or --iceberg DIR of a warehouse");
        }
        if (iceberg != null) {
            try (ResultTables tables = ResultTables.ofIceberg(iceberg, days)) {
                answer(tables);
            }
            return 0;
        }
        if (parquet != null) {
            try (ResultTables tables = ResultTables.ofParquet(parquet, days)) {
                answer(tables);
            }
            return 0;
        }
        try (ExportedTopics topics = ExportedTopics.of(Objects.requireNonNull(directory));
                ResultTables tables = ResultTables.open(topics.folder(), days)) {
            answer(tables);
        }
        return 0;
    }

    private void answer(ResultTables tables) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(format.of(query == null ? tables.tables() : tables.ask(query)));
    }
}
