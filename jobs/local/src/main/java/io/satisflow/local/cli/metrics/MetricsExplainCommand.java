package io.satisflow.local.cli.metrics;

import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.sample.SampleRows;
import io.satisflow.local.sample.SampleWeek;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.score.TrackedMetric;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metrics explain NAME}. */
@Command(
        mixinStandardHelpOptions = true,
        name = "explain",
        header = "What a metric means: formula, n, interval, an example, and what it is not for.",
        footer = {
            "",
            "Examples:",
            "  ./satisflow metrics explain nps",
            "  ./satisflow metrics explain first_reply_time --language zh"
        })
final class MetricsExplainCommand implements Callable<Integer> {
    private static final List<String> SAID = List.of("formula", "counts", "interval", "final_when", "not_for");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "as the settings have it, such as csat.stars")
    private String name;

    @Mixin
    private MetricOptions options;

    @Override
    public Integer call() {
        SatisfactionSettings settings = options.settings();
        MetricWords words = options.words();
        TrackedMetric tracked = settings.metrics().stream()
                .filter(each -> each.metric().name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(settings));
        PrintWriter out = spec.commandLine().getOut();
        out.println(name);
        SAID.forEach(key -> out.println("  " + words.say(key) + ": " + words.of(name, key)));
        out.println("  " + words.say("anchor") + ": " + words.say(MetricSettingsText.anchor(tracked.metric())));
        out.println("  " + words.say("settings") + ": " + MetricSettingsText.of(tracked, settings, words));
        SampleRows rows = SampleRows.of(tracked, SampleWeek.read());
        if (rows.rows().isEmpty()) {
            MetricExample example = MetricExample.of(tracked.metric(), words);
            out.println("  " + words.say("example") + ": " + example.given());
            example.scores().forEach((score, value) -> out.println("    " + score + " = " + text(value, words)));
        } else {
            new SampleExample(rows, words).lines(value -> text(value, words)).forEach(out::println);
        }
        out.println("  " + words.say("few"));
        out.flush();
        return 0;
    }

    private UsageException unknown(SatisfactionSettings settings) {
        return new UsageException("%s: no metric of that name is set; one of: %s"
                .formatted(
                        name,
                        settings.metrics().stream()
                                .map(each -> each.metric().name())
                                .collect(Collectors.joining(", "))));
    }

    private static String text(Score score, MetricWords words) {
        return score.provisional() == 0
                ? text(score)
                : "%s, %d %s".formatted(text(score), score.provisional(), words.say("provisional"));
    }

    private static String text(Score score) {
        if (score.value() == null) {
            return "- (n %d)".formatted(score.n());
        }
        String value = MetricSettingsText.number(score.value());
        return score.low() == null || score.high() == null
                ? "%s (n %d)".formatted(value, score.n())
                : "%s (n %d, 95 %%: %s to %s)"
                        .formatted(
                                value,
                                score.n(),
                                MetricSettingsText.number(score.low()),
                                MetricSettingsText.number(score.high()));
    }
}
