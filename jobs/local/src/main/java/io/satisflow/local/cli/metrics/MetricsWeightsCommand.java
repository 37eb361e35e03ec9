package io.satisflow.local.cli.metrics;

import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.tables.ExportedTopics;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.index.LearntWeights;
import io.satisflow.satisfaction.index.WeightedIndex;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metrics weights NAME}. */
@Command(
        mixinStandardHelpOptions = true,
        name = "weights",
        header = "What the parts of an index weigh for customers, beside what is set.",
        description =
                "Learns weights from responses that answer every part of the index and an overall question, and shows them beside"
                        + " those that are set. It changes nothing.",
        footer = {"", "Examples:", "  ./satisflow metrics weights csi --overall csat --dir D"})
final class MetricsWeightsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "of the index, such as csi")
    private String name;

    @Option(
            names = "--overall",
            required = true,
            paramLabel = "METRIC",
            description = "whose question is the overall score, such as csat")
    private String overall;

    @Mixin
    private DirectoryOption.Written written;

    @Mixin
    private MetricOptions options;

    @Override
    public Integer call() throws IOException {
        SatisfactionSettings settings = options.settings();
        MetricWords words = options.words();
        if (!(metric(settings, name) instanceof WeightedIndex index)) {
            throw new UsageException("%s is no index; name one that has weights, such as csi".formatted(name));
        }
        Metric asked = metric(settings, overall);
        if (asked.asked().size() != 1) {
            throw new UsageException(
                    "--overall %s asks no single question; name a metric that does, such as csat".formatted(overall));
        }
        AnsweredParts answered = read(index, asked.asked().get(0));
        LearntWeights learnt = learn(index, answered);
        print(index, learnt, words);
        return 0;
    }

    private static Metric metric(SatisfactionSettings settings, String name) {
        return settings.metrics().stream()
                .map(tracked -> tracked.metric())
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "%s: no metric of that name is set; see ./satisflow metrics list".formatted(name)));
    }

    private AnsweredParts read(WeightedIndex index, Question question) throws IOException {
        try (ExportedTopics topics = ExportedTopics.of(written.path())) {
            return AnsweredParts.of(topics.folder().resolve("scored-feedback.jsonl"), index, question);
        }
    }

    private LearntWeights learn(WeightedIndex index, AnsweredParts answered) {
        try {
            return LearntWeights.of(index.parts(), answered.parts(), answered.overall());
        } catch (IllegalArgumentException e) {
            throw new UsageException("%s in %s: %s".formatted(name, written.path(), e.getMessage()));
        }
    }

    private void print(WeightedIndex index, LearntWeights learnt, MetricWords words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.say("learnt")
                .formatted(
                        name,
                        learnt.n(),
                        overall,
                        MetricSettingsText.number(learnt.penalty()),
                        learnt.explained() * 100));
        Map<String, Double> set = index.shares(Instant.now());
        int width = index.parts().stream().mapToInt(String::length).max().orElse(0);
        out.println("  " + " ".repeat(width) + words.say("learnt_columns"));
        index.parts()
                .forEach(part -> out.println(String.format(
                        Locale.ROOT,
                        "  %-" + width + "s %8.1f %8.1f",
                        part,
                        set.getOrDefault(part, 0.0),
                        learnt.byPart().getOrDefault(part, 0.0))));
        out.flush();
    }
}
