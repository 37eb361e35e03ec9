package io.satisflow.local.cli.metrics;

import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.sample.SampleFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metrics sample}. */
@Command(
        mixinStandardHelpOptions = true,
        name = "sample",
        header = "Several weeks of a made-up help desk, with settings that measure all there is.",
        footer = {
            "",
            "Examples:",
            "  ./satisflow metrics sample --dir weeks",
            "  ./satisflow replay --config weeks/satisflow.yaml --channel desk --file weeks/desk.jsonl --dir D"
        })
final class MetricsSampleCommand implements Callable<Integer> {
    private static final int MOST_WEEKS = 104;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Fresh fresh;

    @Option(
            names = "--weeks",
            defaultValue = "6",
            paramLabel = "N",
            description = "how many, 1 to 104, from 2026-03-02 on (default: 6)")
    private int weeks;

    @Override
    public Integer call() throws IOException {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new UsageException("--weeks %d: expected 1 to %d".formatted(weeks, MOST_WEEKS));
        }
        Path directory = fresh.path();
        int records = SampleFolder.write(directory, weeks);
        PrintWriter out = spec.commandLine().getOut();
        out.println("%d records of %d weeks in %s".formatted(records, weeks, directory));
        out.println("  ./satisflow replay --config %1$s/satisflow.yaml --channel desk --file %1$s/desk.jsonl --dir D"
                .formatted(directory));
        out.flush();
        return 0;
    }
}
