package io.satisflow.local.cli.bench;

import io.satisflow.config.DurationText;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.delivery.IsolationTrial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench hooks}: what do receivers in trouble cost one that works? */
@Command(
        mixinStandardHelpOptions = true,
        name = "hooks",
        header = "What do five receivers in trouble cost one that works?",
        description = {
            "One answers 503, one hangs after its headers, one drips, one resets, one has a name that nobody knows. Beside",
            "them one works, and at the same time, in a delivery of its own, one works alone. Afterwards the troubled are",
            "healed. Exit code 0 when they get all of what they missed, in order, and the p99 of the one beside them is at",
            "most a tenth above that of the one alone. The first fifth warms the process up and is not counted in them."
        },
        footer = {"", "Example:", "  ./satisflow bench hooks --for 30m --dir hooks"})
final class BenchHooksCommand implements Callable<Integer> {
    private static final double MOST = 1.1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--for", defaultValue = "2m", paramLabel = "TIME", description = "of trouble (default: 2m)")
    private String time;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Override
    public Integer call() throws Exception {
        Path folder = directory.path();
        LogFile.in(folder);
        IsolationTrial.Outcome outcome = new IsolationTrial(trouble()).run(folder);
        print(outcome);
        return outcome.losesNothing() && outcome.ratio() <= MOST ? 0 : 1;
    }

    private Duration trouble() {
        try {
            return DurationText.parse(time);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--for %s: %s".formatted(time, e.getMessage()));
        }
    }

    private void print(IsolationTrial.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("receiver that works    told      p50      p99  longest, ms");
        print(out, "alone", outcome.alone());
        print(out, "beside five troubled", outcome.beside());
        out.printf(Locale.ROOT, "p99 beside / alone: %.3f%n%n", outcome.ratio());
        out.println("receiver in trouble    attempts  missed  told later  lost  twice  out of order");
        outcome.troubled()
                .forEach(one -> out.printf(
                        Locale.ROOT,
                        "%-22s %8d %7d %11d %5d %6d %13d%n",
                        one.what(),
                        one.attempts(),
                        one.sent(),
                        one.sent() - one.lost(),
                        one.lost(),
                        one.twice(),
                        one.disordered()));
    }

    private static void print(PrintWriter out, String who, IsolationTrial.Delays delays) {
        out.printf(
                Locale.ROOT,
                "%-22s %4d %8.1f %8.1f %8.1f%n",
                who,
                delays.count(),
                delays.p50(),
                delays.p99(),
                delays.longest());
    }
}
