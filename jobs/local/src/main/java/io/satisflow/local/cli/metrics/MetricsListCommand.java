package io.satisflow.local.cli.metrics;

import io.satisflow.satisfaction.SatisfactionSettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metrics list}. */
@Command(
        mixinStandardHelpOptions = true,
        name = "list",
        header = "Which metrics are set, what they ask and where they are kept.",
        description =
                "A line for each: name, source with the scale, which end is good, the windows that show it, its target.",
        footer = {"", "Examples:", "  ./satisflow metrics list", "  ./satisflow metrics list --language zh"})
final class MetricsListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private MetricOptions options;

    @Override
    public Integer call() {
        SatisfactionSettings settings = options.settings();
        MetricWords words = options.words();
        int width = settings.metrics().stream()
                .mapToInt(tracked -> tracked.metric().name().length())
                .max()
                .orElse(0);
        PrintWriter out = spec.commandLine().getOut();
        settings.metrics()
                .forEach(tracked -> out.println(tracked.metric().name()
                        + " ".repeat(width + 2 - tracked.metric().name().length())
                        + MetricSettingsText.of(tracked, settings, words)));
        out.flush();
        return 0;
    }
}
