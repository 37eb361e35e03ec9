package io.satisflow.local.cli.data;

import io.satisflow.flink.settings.JobArguments;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.cli.option.ZoneText;
import io.satisflow.local.cli.run.StopSignal;
import io.satisflow.local.warehouse.WarehouseCopy;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import io.satisflow.warehouse.job.WarehouseArguments;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code warehouse}: the tables of a replay or a run, kept in PostgreSQL, in Parquet files and as Iceberg tables. */
@Command(
        mixinStandardHelpOptions = true,
        name = "warehouse",
        header = "Keeps the results as tables in PostgreSQL, in Parquet files and as Iceberg tables.",
        description = {
            "Of a finished replay, or of a run that is going on; the run goes on undisturbed. Rows are upserted in PostgreSQL, and",
            "stand exactly once in Parquet files and Iceberg tables. Ended in any way, the same command goes on. The password of",
            "the database stands in SATISFLOW_POSTGRES_PASSWORD. On a cluster, the same job is io.satisflow.warehouse.job.WarehouseJob."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow warehouse --dir out --parquet tables",
            "  ./satisflow sql --parquet tables \"SELECT outcome, count(*) FROM sla_instances GROUP BY outcome\"",
            "  ./satisflow warehouse --dir out --iceberg lake",
            "  ./satisflow warehouse --dir live --postgres postgresql://satisflow@127.0.0.1/support --follow"
        })
public final class WarehouseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of a finished replay, or of a run")
    private Path directory;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "such as postgresql://user@host:5432/database (default: warehouse.postgres in the settings)")
    private @Nullable String postgres;

    @Option(
            names = "--parquet",
            paramLabel = "DIR",
            description = "a folder for the files (default: warehouse.parquet in the settings)")
    private @Nullable Path parquet;

    @Option(
            names = "--iceberg",
            paramLabel = "DIR",
            description = "a folder for Iceberg tables and their catalog (default: warehouse.iceberg in the settings)")
    private @Nullable Path iceberg;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "where the days of table daily begin (default: warehouse.zone in the settings)")
    private @Nullable String zone;

    @Option(names = "--follow", description = "go on with what is written from now on, until Ctrl-C")
    private boolean follows;

    @Option(
            names = "--every",
            defaultValue = "10s",
            paramLabel = "DURATION",
            description = "how often rows are committed; files are cut then (default: 10s)")
    private String every;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(directory)) {
            throw new UsageException("--dir %s: there is no such directory".formatted(directory));
        }
        LogFile.in(directory.resolve("warehouse"));
        Settings settings = SettingsFile.read(config.existing(), Optional.empty());
        WarehouseArguments arguments = new WarehouseArguments(
                new JobArguments(config.existing(), Optional.empty(), false, List.of()),
                Optional.ofNullable(postgres),
                Optional.ofNullable(parquet)
                        .map(folder -> folder.toAbsolutePath().toString()),
                Optional.ofNullable(iceberg)
                        .map(folder -> folder.toAbsolutePath().toString()),
                Optional.ofNullable(zone).map(name -> ZoneText.parse("--zone", name)),
                !follows);
        try {
            arguments.target(settings);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        PrintWriter notes = spec.commandLine().getErr();
        Instant began = Instant.now();
        try (StopSignal stop = StopSignal.listen()) {
            WarehouseCopy.run(
                    new WarehouseCopy.Request(directory, arguments, settings, LengthText.parse("--every", every)),
                    notice -> {
                        notes.println(notice);
                        notes.flush();
                    },
                    stop::isAsked);
        }
        notes.printf(
                "Done after %d s.%n", Duration.between(began, Instant.now()).toSeconds());
        return 0;
    }
}
