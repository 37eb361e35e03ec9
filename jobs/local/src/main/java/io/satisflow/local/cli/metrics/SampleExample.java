package io.satisflow.local.cli.metrics;

import io.satisflow.local.sample.SampleRow;
import io.satisflow.local.sample.SampleRows;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.metric.Agreement;
import io.satisflow.satisfaction.metric.Attainment;
import io.satisflow.satisfaction.metric.ComplaintRate;
import io.satisflow.satisfaction.metric.CustomerSentiment;
import io.satisflow.satisfaction.metric.DistinctCustomers;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.sla.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the made-up week in a few words each, so that a reader can work out by hand what a metric makes of them. */
final class SampleExample {
    private final SampleRows all;
    private final SampleRows some;
    private final MetricWords words;

    SampleExample(SampleRows all, MetricWords words) {
        this.all = all;
        this.some = all.some();
        this.words = words;
    }

    /** @param score tells a score */
    List<String> lines(Function<Score, String> score) {
        int rows = all.rows().size();
        int shown = some.rows().size();
        List<String> lines = new ArrayList<>();
        lines.add("  " + words.say("example") + ": " + words.say("sample").formatted(rows, shown));
        int width =
                some.rows().stream().mapToInt(row -> row.id().length()).max().orElse(0);
        some.rows()
                .forEach(row -> lines.add(("      %-" + width + "s  %s")
                        .formatted(row.id(), says(row))
                        .stripTrailing()));
        if (shown < rows) {
            Score alone = some.scores().get(all.metric().name());
            lines.add("    %s: %s"
                    .formatted(words.say("sample_some").formatted(shown), score.apply(Objects.requireNonNull(alone))));
            lines.add("    %s:".formatted(words.say("sample_all").formatted(rows)));
        }
        new TreeMap<>(all.scores()).forEach((name, value) -> lines.add("    " + name + " = " + score.apply(value)));
        return lines;
    }

    private String says(SampleRow row) {
        if (row instanceof SampleRow.Said said) {
            return said(said.response());
        }
        if (row instanceof SampleRow.Clocked clocked) {
            return clocked(clocked);
        }
        if (row instanceof SampleRow.Moved moved) {
            return score(moved.recovery().first().sentiment()) + " > "
                    + score(moved.recovery().last().sentiment());
        }
        SampleRow.Ruled ruled = (SampleRow.Ruled) row;
        if (all.metric() instanceof ComplaintRate) {
            return words.say("sample_complaint");
        }
        String hit = words.say(ruled.ruling().hit() ? "yes" : "no");
        return ruled.ruling().isFinal() ? hit : hit + ", " + words.say("provisional");
    }

    private String said(Response response) {
        Metric metric = all.metric();
        if (metric instanceof DistinctCustomers) {
            return Objects.requireNonNullElse(response.customer(), "");
        }
        if (metric instanceof ComplaintRate rate) {
            return response.isExposure()
                    ? rate.exposure() + " " + response.facts().getOrDefault(rate.exposure(), "0")
                    : words.say("sample_complaint");
        }
        Stream<String> answers = metric.asked().stream().distinct().flatMap(question -> answer(question, response));
        Stream<String> text = metric instanceof CustomerSentiment || metric instanceof Agreement
                ? Stream.ofNullable(response.sentiment())
                        .map(sentiment -> words.say("sample_text").formatted(score(sentiment)))
                : Stream.empty();
        return Stream.concat(answers, text).collect(Collectors.joining(", "));
    }

    private static Stream<String> answer(Question question, Response response) {
        return response.ratings().stream()
                .filter(question::isAnsweredBy)
                .limit(1)
                .map(rating -> question.name() + " " + MetricSettingsText.number(rating.value()));
    }

    private String clocked(SampleRow.Clocked row) {
        boolean isBroken = row.milestone().kind() == Milestone.Kind.BROKEN;
        if (all.metric() instanceof Attainment) {
            return words.say(isBroken ? "sample_missed" : "sample_met");
        }
        Score taken =
                all.metric().scores(row.tallies(), all.end()).get(all.metric().name());
        return MetricSettingsText.number(
                        Objects.requireNonNullElse(Objects.requireNonNull(taken).value(), 0.0)) + " s";
    }

    private static String score(TextSentiment sentiment) {
        return String.format(Locale.ROOT, "%.2f", sentiment.score());
    }
}
