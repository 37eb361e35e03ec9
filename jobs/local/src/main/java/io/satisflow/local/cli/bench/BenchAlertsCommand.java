package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.alerts.StormBench;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench alerts}: what does a storm of alerts cost? */
@Command(
        mixinStandardHelpOptions = true,
        name = "alerts",
        header = "What does a storm of alerts cost?",
        description = {
            "Breaks a promise of each of so many tickets within one minute of event time, through the engine's own",
            "lifecycle and groups: Flink and RocksDB, one subtask. A small storm first, whose notifications must be",
            "those that the same rules give in memory. Then checks that each breach is an alert once, that the last",
            "word on each team counts all of its alerts, and that no notification outgrows its bound; prints",
            "records, bytes and CPU."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow bench alerts --breaches 20000      # half a minute, to see that it works",
            "  ./satisflow bench alerts                       # 30,000 and 300,000 breaches in a minute"
        })
final class BenchAlertsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--breaches",
            split = ",",
            defaultValue = "30000,300000",
            paramLabel = "N",
            description = "in a minute, one run each (default: 30000,300000)")
    private List<Long> breaches;

    @Option(names = "--teams", defaultValue = "20", description = "that the tickets belong to (default: 20)")
    private int teams;

    @Mixin
    private DirectoryOption.Temporary directory;

    @Override
    public Integer call() throws Exception {
        if (teams < 1 || breaches.stream().anyMatch(size -> size < 1)) {
            throw new UsageException("--breaches, --teams: expected 1 or more");
        }
        Path folder = directory.create();
        LogFile.in(folder);
        String table = new StormBench(
                        teams, folder.resolve("storm"), spec.commandLine().getErr()::println)
                .run(breaches);
        spec.commandLine().getOut().print(table);
        return 0;
    }
}
