package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.sla.SlaBench;
import io.satisflow.local.bench.sla.SlaBenchOptions;
import io.satisflow.local.bench.sla.SlaBenchReport;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench sla}: what do clocks cost? */
@Command(
        mixinStandardHelpOptions = true,
        name = "sla",
        header = "What do service-level clocks cost?",
        description = {
            "Runs the engine's clocks, which set a new timer only when a deadline moves earlier, against clocks that",
            "delete and register a timer at each update: the same events through Flink and RocksDB, one subtask.",
            "Both must say the same. Prints CPU an update, lateness, checkpoints in a storm of breaches, and state."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow bench sla --tickets 2k --updates 20k      # half a minute, to see that it works",
            "  ./satisflow bench sla                                 # 100 k, 1 M and 5 M tickets; half an hour, 10 GB"
        })
final class BenchSlaCommand implements Callable<Integer> {
    private static final Pattern COUNT = Pattern.compile("(\\d{1,9})([kM]?)");
    private static final int LEAST_CACHE = 32;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tickets",
            split = ",",
            defaultValue = "100k,1M,5M",
            paramLabel = "N",
            description = "open tickets, one run each (default: 100k,1M,5M)")
    private List<String> tickets;

    @Option(
            names = "--updates",
            defaultValue = "300k",
            paramLabel = "N",
            description = "updates of open tickets in each run (default: 300k)")
    private String updates;

    @Option(
            names = "--reopenings",
            defaultValue = "100k",
            paramLabel = "N",
            description =
                    "tickets to which customers write again months after all were closed, 0 for none (default: 100k)")
    private String reopenings;

    @Option(
            names = "--skew",
            defaultValue = "0.5",
            paramLabel = "S",
            description = "Zipf exponent of the tickets that are updated, 0 for all alike (default: 0.5)")
    private double skew;

    @Option(
            names = "--cache",
            defaultValue = "256",
            paramLabel = "MB",
            description = "RocksDB's cache and write buffers together (default: 256)")
    private int cache;

    @Mixin
    private DirectoryOption.Temporary directory;

    @Override
    public Integer call() throws Exception {
        if (skew < 0 || skew >= 1) {
            throw new UsageException("--skew %s: expected 0 to below 1".formatted(skew));
        }
        if (cache < LEAST_CACHE) {
            throw new UsageException("--cache %d: RocksDB needs at least %d MB".formatted(cache, LEAST_CACHE));
        }
        List<Long> sizes =
                tickets.stream().map(text -> count("--tickets", text)).toList();
        Path folder = directory.create();
        LogFile.in(folder);
        SlaBenchOptions options = new SlaBenchOptions(
                count("--updates", updates),
                reopenings.equals("0") ? 0 : count("--reopenings", reopenings),
                skew,
                cache,
                folder);
        SlaBenchReport report = new SlaBench(options, spec.commandLine().getErr()::println).run(sizes);
        spec.commandLine().getOut().println(report.table());
        spec.commandLine().getOut().println(report.json());
        return 0;
    }

    /** {@code 2000}, {@code 100k} or {@code 5M}. */
    private static long count(String option, String text) {
        Matcher count = COUNT.matcher(text.trim());
        if (!count.matches() || Long.parseLong(count.group(1)) == 0) {
            throw new UsageException("%s %s: expected a number such as 2000, 100k or 5M".formatted(option, text));
        }
        long unit = switch (count.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 1000;
            case "m" -> 1_000_000;
            default -> 1;
        };
        return Long.parseLong(count.group(1)) * unit;
    }
}
