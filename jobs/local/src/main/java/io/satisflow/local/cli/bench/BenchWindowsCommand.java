package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.windows.WindowBench;
import io.satisflow.local.bench.windows.WindowResult;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench windows}: what does an answer cost in rolling windows? */
@Command(
        mixinStandardHelpOptions = true,
        name = "windows",
        header = "What does an answer cost in rolling windows?",
        description = {
            "An hour that moves by a minute, kept by the engine and by Flink's own sliding windows, which know no edits and",
            "no late truth; the engine's five shipped lengths at once; and an hour of every measure there is. The same answers",
            "through Flink and RocksDB, one subtask, each kind twice, in turn and the other way round. All must tell the same",
            "hours. Prints CPU an answer, that of an exchange without any state (the floor) taken off beside it."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow bench windows --answers 20000 --compared 16000      # a minute, to see that it works",
            "  ./satisflow bench windows --segments 200,10000 --density 4"
        })
final class BenchWindowsCommand implements Callable<Integer> {
    private static final double KILOBYTE = 1024;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--answers",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "of each run of the engine's (default: 1000000)")
    private long answers;

    @Option(
            names = "--compared",
            defaultValue = "100000",
            paramLabel = "N",
            description = "answers of the runs that sliding windows take part in (default: 100000)")
    private long compared;

    @Option(
            names = "--segments",
            split = ",",
            defaultValue = "200",
            paramLabel = "N",
            description = "among which they are spread, one table each (default: 200)")
    private List<Integer> segments;

    @Option(
            names = "--density",
            defaultValue = "40",
            paramLabel = "N",
            description = "answers of a segment in a minute of event time (default: 40)")
    private int density;

    @Mixin
    private DirectoryOption.Temporary directory;

    @Override
    public Integer call() throws Exception {
        if (answers < 1 || compared < 1 || density < 1 || segments.stream().anyMatch(number -> number < 1)) {
            throw new UsageException("--answers, --compared, --segments and --density: expected at least 1");
        }
        segments.forEach(this::requireTwoMinutes);
        Path folder = directory.create();
        LogFile.in(folder);
        WindowBench bench = new WindowBench(folder, spec.commandLine().getErr()::println);
        for (int number : segments) {
            print(bench.run(answers, compared, number, density));
        }
        return 0;
    }

    /** A window that has not ended says nothing that could be compared. */
    private void requireTwoMinutes(int number) {
        long least = 2L * number * density;
        if (compared < least || answers < least) {
            throw new UsageException(
                    "--answers and --compared: %d segments with %d answers a minute need at least %d, two minutes of them"
                            .formatted(number, density, least));
        }
    }

    private void print(List<WindowResult> results) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "| answers | segments | windows | CPU us/answer | over the floor | answers/s | hours told | state KB |");
        out.println("|---:|---:|---|---:|---:|---:|---:|---:|");
        double floor = 0;
        for (WindowResult result : results) {
            floor = result.isFloor() ? result.cpuMicros() : floor;
            out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %s | %.2f | %.2f | %,.0f | %,d | %,.0f |%n",
                    result.changes(),
                    result.segments(),
                    result.label(),
                    result.cpuMicros(),
                    result.cpuMicros() - floor,
                    result.perSecond(),
                    result.hours(),
                    result.stateBytes() / KILOBYTE);
        }
        out.println();
        out.flush();
    }
}
