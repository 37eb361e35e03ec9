package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.drift.DriftBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench drift}: what detectors of drift promise, and whether they keep it. */
@Command(
        mixinStandardHelpOptions = true,
        name = "drift",
        header = "False alarms and delays of drift, on series whose truth is known.",
        description = {
            "Puts made-up series through the watch of the job, as it is shipped: one false alarm a segment in 30 days, and",
            "steps of --step. Series are normal, skewed (gamma of shape 2), autocorrelated (0.5 from step to step) and",
            "seasonal (a wave a day and lower weekends, of one standard deviation each). Prints false alarms a segment and",
            "month, how many steps pass until a shift of 0.25 to 3 standard deviations is told, the same of a second shift",
            "five days after the first, precision and recall on scripted incidents, and run lengths of plain charts.",
            "With -Dsatisflow.data, real streams of the Numenta benchmark, where a copy lies there."
        })
final class BenchDriftCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--segments", description = "series of each kind for false alarms (default: ${DEFAULT-VALUE})")
    private int segments = 1000;

    @Option(names = "--shifts", description = "series of each kind and size of shift (default: ${DEFAULT-VALUE})")
    private int shifts = 100;

    @Option(names = "--step", description = "length of a step, such as 1h or 5m (default: 1h)")
    private String step = "1h";

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        DriftBench bench = new DriftBench(BenchSteps.parse(step), segments, shifts, out::println);
        bench.falseAlarms();
        bench.delays();
        bench.incidents();
        bench.runLengths();
        Optional<Path> data =
                Optional.ofNullable(System.getProperty("satisflow.data")).map(Path::of);
        if (data.isPresent()) {
            bench.numenta(data.get());
        }
        out.flush();
        return 0;
    }
}
