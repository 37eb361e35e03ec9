package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.warehouse.WarehouseTrial;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench warehouse}: is every row there once, whatever is killed, and what does a row cost? */
@Command(
        mixinStandardHelpOptions = true,
        name = "warehouse",
        header = "The warehouse killed at random points, and beside a plain copy of the same topics.",
        description = {
            "Replays the help desk's sample, fills Parquet and Iceberg tables from it with kill -9 of the warehouse at random points, and",
            "compares each table with what the topics come to offline. Then made-up reviews: the warehouse beside Flink's own way from Kafka",
            "to Parquet with nothing between, at a checkpoint a second. Ends with 0 when all tables are the same, 1 when not."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow bench warehouse --dir /tmp/tables",
            "  ./satisflow bench warehouse --dir /tmp/tables --kills 1 --rows 0      # quickly, without the costs"
        })
final class BenchWarehouseCommand implements Callable<Integer> {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(names = "--kills", defaultValue = "20", paramLabel = "N", description = "default: 20; 0: none")
    private int kills;

    @Option(
            names = "--rows",
            defaultValue = "20000",
            paramLabel = "N",
            description = "made-up reviews for the costs (default: 20000; 0: none)")
    private int rows;

    @Option(names = "--seed", defaultValue = "19", paramLabel = "N", description = "the same kills again (default: 19)")
    private long seed;

    @Override
    public Integer call() throws Exception {
        if (kills < 0 || rows < 0) {
            throw new UsageException("--kills %d --rows %d: expected 0 or more".formatted(kills, rows));
        }
        PrintWriter out = spec.commandLine().getOut();
        Path folder = directory.path();
        WarehouseTrial trial = new WarehouseTrial(folder, config.existing(), seed);
        boolean same = kills == 0 || areTablesTheSame(trial, out);
        if (rows > 0) {
            Path reviews = Installation.existing(Installation.presets().resolve("reviews.yaml"), "reviews");
            print(trial.sideBySide(rows, reviews, EVERY), out);
        }
        return same ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean areTablesTheSame(WarehouseTrial trial, PrintWriter out) throws Exception {
        Path mapping = Installation.channel("helpdesk", config.existing());
        WarehouseTrial.Kills outcome = trial.kill(kills, mapping, Installation.helpdeskSample(), kill -> {
            spec.commandLine().getErr().printf("killed %d of %d%n", kill, kills);
            spec.commandLine().getErr().flush();
        });
        out.printf(
                "%d kills, %d of them before it was done: %d rows in all tables, %d stood twice, %s%n",
                kills,
                outcome.killed(),
                outcome.rows(),
                outcome.twice(),
                outcome.differing().isEmpty()
                        ? "every table as offline"
                        : "DIFFERENT from offline: " + String.join(", ", outcome.differing()));
        out.flush();
        return outcome.differing().isEmpty() && outcome.twice() == 0;
    }

    private static void print(List<WarehouseTrial.Copy> copies, PrintWriter out) {
        out.println("copy              rows written  seconds  CPU s  CPU us a row  files, then compacted");
        for (WarehouseTrial.Copy copy : copies) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %13d %8.1f %6.1f %13.0f  %d, %d%n",
                    copy.name(),
                    copy.rows(),
                    copy.seconds(),
                    copy.cpuSeconds(),
                    copy.cpuSeconds() / Math.max(copy.rows(), 1) * 1e6,
                    copy.files(),
                    copy.compacted());
        }
        out.flush();
    }
}
