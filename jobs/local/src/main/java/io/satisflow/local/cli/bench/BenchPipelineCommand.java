package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.pipeline.PipelineTrial;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench pipeline}: what a row costs on its whole way. */
@Command(
        mixinStandardHelpOptions = true,
        name = "pipeline",
        header = "Made-up reviews through a whole replay: rows a second, and CPU by stage.",
        description = {
            "With the shipped windows and segments, in this process. A stage is a thread by its name: tasks of the jobs are",
            "named by their operators. Beside it stands what a program costs that only reads the rows and parses them."
        },
        footer = {"", "Example:", "  ./satisflow bench pipeline --dir /tmp/pipeline --rows 10000 --density 20"})
final class BenchPipelineCommand implements Callable<Integer> {
    private static final int SHOWN = 16;
    private static final int LONGEST_NAME = 70;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(names = "--rows", defaultValue = "10000", paramLabel = "N", description = "default: 10000")
    private int rows;

    @Option(
            names = "--density",
            defaultValue = "20",
            paramLabel = "N",
            description = "rows in a minute of event time (default: 20)")
    private int density;

    @Option(names = "--parallelism", defaultValue = "1", paramLabel = "N", description = "default: 1")
    private int parallelism;

    @Override
    public Integer call() throws Exception {
        if (rows < 100 || density < 1 || parallelism < 1) {
            throw new UsageException("--rows: expected at least 100; --density, --parallelism: at least 1");
        }
        Path folder = directory.path();
        LogFile.in(folder);
        PipelineTrial.Outcome outcome = new PipelineTrial(folder, rows, density, parallelism).run();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d rows, %d in a minute of event time, parallelism %d: %.1f s, %.0f rows/s, %.0f us of CPU a row"
                        + " (a program that only reads and parses: %.0f us)%n",
                rows,
                density,
                parallelism,
                outcome.seconds(),
                rows / outcome.seconds(),
                perRow(outcome.cpuSeconds()),
                outcome.plainMicros());
        outcome.cpuByStage().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(stage ->
                        out.printf(Locale.ROOT, "%9.0f us  %s%n", perRow(stage.getValue()), cut(stage.getKey())));
        out.println("records out, for each row in:");
        outcome.records()
                .forEach((topic, count) -> out.printf(Locale.ROOT, "%9.2f     %s%n", (double) count / rows, topic));
        return 0;
    }

    private double perRow(double seconds) {
        return seconds / rows * 1e6;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }
}
