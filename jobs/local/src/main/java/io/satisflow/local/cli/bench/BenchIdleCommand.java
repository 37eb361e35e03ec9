package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.idle.IdleTrial;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LengthText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench idle}: what a run costs while nothing comes. */
@Command(
        mixinStandardHelpOptions = true,
        name = "idle",
        header = "What a run costs while nothing comes: processor, disk and start.",
        description = {
            "Starts a run in a process of its own, sends nothing, and tells how long the start took, how much of a processor",
            "core the process takes, and how fast the broker's topics grow. A run that has just begun still compiles, so --after",
            "tells when to begin."
        },
        footer = {"", "Example:", "  ./satisflow bench idle --dir /tmp/idle --after 11m --for 2m"})
final class BenchIdleCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(names = "--config", paramLabel = "FILE", description = "settings (default: the shipped ones)")
    private @Nullable Path config;

    @Option(names = "--after", defaultValue = "30s", paramLabel = "TIME", description = "from the start (default: 30s)")
    private String settle;

    @Option(names = "--for", defaultValue = "1m", paramLabel = "TIME", description = "how long (default: 1m)")
    private String life;

    @Override
    public Integer call() throws Exception {
        Path folder = directory.path();
        Files.createDirectories(folder);
        Path settings = config == null
                ? Installation.presets().resolveSibling("satisflow.yaml")
                : Installation.existing(config, "--config");
        IdleTrial.Outcome outcome = new IdleTrial(
                        settings, LengthText.parse("--after", settle), LengthText.parse("--for", life))
                .run(folder);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "start: %.1f s, %.1f s of CPU%nidle: %.1f %% of a core, the topics grow by %.0f MB a day%n",
                        outcome.startSeconds(),
                        outcome.startCpuSeconds(),
                        100 * outcome.cpuShare(),
                        outcome.bytesADay() / MEGABYTE);
        return 0;
    }
}
