package io.satisflow.local.cli.bench;

import io.satisflow.config.DurationText;
import io.satisflow.local.bench.latency.LatencyOptions;
import io.satisflow.local.bench.latency.LatencyTrial;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.bench.Delays;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench latency}: from a line, or from what is due, until somebody knows. */
@Command(
        mixinStandardHelpOptions = true,
        name = "latency",
        header = "How long it takes from a line to a score, and from what is due to whoever is told.",
        description = {
            "Lines come at a steady pace whatever the engine does, and delays count from the instant at which each was meant",
            "to come. Settings are the shipped ones, but for a promise of seconds. Each ticket has a team of its own, so that",
            "none waits for a group. Ends with 0 when every warning and breach was told."
        },
        footer = {"", "Example:", "  ./satisflow bench latency --dir /tmp/latency --for 1m --rate 20"})
final class BenchLatencyCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(names = "--rate", defaultValue = "20", paramLabel = "N", description = "lines a second (default: 20)")
    private int rate;

    @Option(names = "--for", defaultValue = "1m", paramLabel = "TIME", description = "how long (default: 1m)")
    private String life;

    @Option(names = "--parallelism", defaultValue = "1", paramLabel = "N", description = "default: 1")
    private int parallelism;

    @Option(names = "--disorder", paramLabel = "TIME", description = "intake.disorder (default: the shipped one)")
    private @Nullable String disorder;

    @Override
    public Integer call() throws Exception {
        if (rate < 1 || parallelism < 1) {
            throw new UsageException("--rate, --parallelism: expected at least 1");
        }
        if (duration().compareTo(LONGEST) > 0) {
            throw new UsageException("--for %s: at most 3m, so that no line leaves the window of 5m".formatted(life));
        }
        Path folder = directory.path();
        LogFile.in(folder);
        LatencyTrial.Outcome outcome =
                new LatencyTrial(new LatencyOptions(rate, duration(), parallelism, disorder)).run(folder);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d lines, %d a second, parallelism %d%n%-34s %6s %9s %9s %9s%n",
                outcome.lines(),
                rate,
                parallelism,
                "delay in ms",
                "n",
                "p50",
                "p99",
                "longest");
        print(out, "line -> satisfaction-now (5m)", outcome.lineToRow());
        print(out, "warning due -> sla-events", outcome.warnToEvent());
        print(out, "warning due -> webhook", outcome.warnToWebhook());
        print(out, "breach due -> sla-events", outcome.breachToEvent());
        print(out, "breach due -> webhook (with grace)", outcome.breachToWebhook());
        out.println(
                outcome.missing() == 0
                        ? "Every warning and breach was told."
                        : "%d words about tickets did NOT come.".formatted(outcome.missing()));
        return outcome.missing() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, String what, Delays delays) {
        out.printf(
                Locale.ROOT,
                "%-34s %6d %9.0f %9.0f %9.0f%n",
                what,
                delays.total(),
                delays.millis(0.5),
                delays.millis(0.99),
                delays.longestMillis());
    }

    private Duration duration() {
        try {
            return DurationText.parse(life);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--for %s: %s".formatted(life, e.getMessage()));
        }
    }
}
