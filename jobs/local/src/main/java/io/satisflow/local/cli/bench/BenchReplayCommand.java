package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.replay.OrdersTrial;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench replay}: does the order of a file matter, and what does a row cost? */
@Command(
        mixinStandardHelpOptions = true,
        name = "replay",
        header = "Made-up reviews in three orders through replay: the same windows, and what a row costs.",
        description = {
            "Writes reviews of two days as one file in order, one with the newest first and one shuffled, and",
            "replays each in a process of its own. Ends with 0 when the rows of satisfaction-steps are the same,",
            "1 when not."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow bench replay --dir /tmp/orders --rows 3000",
            "  ./satisflow bench replay --dir /tmp/orders --before ../satisflow-0.1   # and that build beside it"
        })
final class BenchReplayCommand implements Callable<Integer> {
    private static final int FEWEST = 100;
    private static final double MILLION = 1e6;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(names = "--rows", defaultValue = "300000", paramLabel = "N", description = "default: 300000")
    private int rows;

    @Option(
            names = "--before",
            paramLabel = "HOME",
            description = "a checkout of another version, built, that replays the ordered file as well")
    private @Nullable Path before;

    @Override
    public Integer call() throws Exception {
        if (rows < FEWEST) {
            throw new UsageException("--rows %d: expected at least %d".formatted(rows, FEWEST));
        }
        Path folder = directory.path();
        if (before != null) {
            Installation.existing(before.resolve("satisflow"), "--before");
        }
        Path mapping = Installation.existing(Installation.presets().resolve("reviews.yaml"), "reviews");
        PrintWriter out = spec.commandLine().getOut();
        out.println("build     order       seconds  rows/s  CPU s a million rows  steps    digest");
        List<OrdersTrial.Outcome> outcomes =
                new OrdersTrial(folder, mapping, rows, Optional.ofNullable(before)).run(outcome -> print(out, outcome));
        boolean same = outcomes.stream()
                        .filter(outcome -> !outcome.build().equals("before"))
                        .map(OrdersTrial.Outcome::digest)
                        .distinct()
                        .count()
                == 1;
        out.println(same ? "The same rows in any order." : "The rows DIFFER by the order of the file.");
        return same ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(PrintWriter out, OrdersTrial.Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "%-9s %-10s %8.1f %7.0f %21.0f  %-8d %s%n",
                outcome.build(),
                outcome.order(),
                outcome.seconds(),
                rows / outcome.seconds(),
                outcome.cpuSeconds() / rows * MILLION,
                outcome.steps(),
                outcome.digest());
        out.flush();
    }
}
