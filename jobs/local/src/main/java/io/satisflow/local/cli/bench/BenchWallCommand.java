package io.satisflow.local.cli.bench;

import io.satisflow.config.DurationText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.bench.ViewersBench;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench wall}: many viewers, some of which take nothing. */
@Command(
        mixinStandardHelpOptions = true,
        name = "wall",
        header = "Many viewers of the wall, some of which take nothing, while values change.",
        description = {
            "Tells how late a changed value reaches those who read, and what the server costs. Viewers are connections of",
            "this process; the CPU of their thread is left out, that of the garbage collector is not."
        })
final class BenchWallCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(names = "--viewers", defaultValue = "450", paramLabel = "N", description = "that read (default: 450)")
    private int viewers;

    @Option(names = "--stalled", defaultValue = "50", paramLabel = "N", description = "that take nothing (default: 50)")
    private int stalled;

    @Option(names = "--updates", defaultValue = "100", paramLabel = "N", description = "a second (default: 100)")
    private int updates;

    @Option(
            names = "--for",
            defaultValue = "5m",
            paramLabel = "TIME",
            description = "how long it is measured (default: 5m)")
    private String life;

    @Override
    public Integer call() {
        if (viewers < 1 || stalled < 0 || updates < 1) {
            throw new UsageException("--viewers and --updates must be 1 or more, --stalled 0 or more");
        }
        ViewersBench.Result result =
                new ViewersBench(new ViewersBench.Options(viewers, stalled, updates, WARM_UP, duration())).run();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d viewers that read, %d that do not, %.0f updates a second for %.0f s%n",
                viewers,
                stalled,
                result.updates() / result.seconds(),
                result.seconds());
        out.printf(
                Locale.ROOT,
                "delay of %,d deliveries: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                result.delays().total(),
                result.delays().millis(0.5),
                result.delays().millis(0.99),
                result.delays().longestMillis());
        out.printf(
                Locale.ROOT,
                "server: %.0f %% of one core; heap after collections, MB in each fifth: %s; viewers lost: %d%n",
                100 * result.cpu() / result.seconds(),
                result.heapMegabytes().stream()
                        .map(megabytes -> String.format(Locale.ROOT, "%.0f", megabytes))
                        .collect(Collectors.joining(" ")),
                result.lost());
        return result.lost() == 0 ? 0 : 1;
    }

    private Duration duration() {
        try {
            return DurationText.parse(life);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--for %s: %s".formatted(life, e.getMessage()));
        }
    }
}
