package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.intake.DoorTrial;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench door}: does the door for HTTP keep its word? */
@Command(
        mixinStandardHelpOptions = true,
        name = "door",
        header = "Posts at once, a fifth of them forged, and the broker restarted in the middle: is each 202 true?",
        description = {
            "Ends with 0 when everything that was answered with 202 is in the topic exactly once, and nothing forged is."
        },
        footer = {"", "Example:", "  ./satisflow bench door --dir /tmp/door --posts 5000 --at-once 500"})
final class BenchDoorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(names = "--posts", defaultValue = "5000", paramLabel = "N", description = "default: 5000")
    private int posts;

    @Option(names = "--at-once", defaultValue = "500", paramLabel = "N", description = "default: 500")
    private int atOnce;

    @Override
    public Integer call() throws Exception {
        if (posts < 1 || atOnce < 1) {
            throw new UsageException("--posts, --at-once: expected at least 1");
        }
        Path folder = directory.path();
        LogFile.in(folder);
        long began = System.nanoTime();
        DoorTrial.Outcome outcome = new DoorTrial(posts, atOnce).run(folder);
        double seconds = (System.nanoTime() - began) / 1e9;
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d posts, %d at once, in %.1f s with a restart of the broker.%n",
                posts,
                atOnce,
                seconds);
        outcome.byStatus()
                .forEach((status, count) ->
                        out.printf(Locale.ROOT, "  %s  %,d%n", status < 0 ? "no answer" : status, count));
        out.printf(
                Locale.ROOT,
                "%,d are in the topic: %d of those answered with 202 are missing, %d stand there twice, %d are forged.%n",
                outcome.stored(),
                outcome.lost(),
                outcome.twice(),
                outcome.forgedIn());
        return outcome.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
