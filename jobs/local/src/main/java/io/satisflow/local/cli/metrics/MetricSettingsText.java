package io.satisflow.local.cli.metrics;

import io.satisflow.config.DurationText;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.index.AmericanIndex;
import io.satisflow.satisfaction.index.IndexWeights;
import io.satisflow.satisfaction.index.WeightedIndex;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.ClockMetric;
import io.satisflow.satisfaction.metric.ClockTime;
import io.satisflow.satisfaction.metric.ComplaintRate;
import io.satisflow.satisfaction.metric.CustomerRecovery;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.SatisfactionRate;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.satisfaction.score.ScoreTarget;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.sla.clock.TimeBasis;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a metric is set, in a few words: its source, its good end, its windows, its target. */
final class MetricSettingsText {
    private static final int PERCENT = 100;

    private MetricSettingsText() {}

    static String of(TrackedMetric tracked, SatisfactionSettings settings, MetricWords words) {
        Metric metric = tracked.metric();
        List<String> parts = new ArrayList<>();
        parts.add(source(metric, words));
        parts.addAll(formula(metric, words));
        if (!tracked.where().isEmpty()) {
            parts.add(words.say("where").formatted(conditions(tracked)));
        }
        parts.add(words.say(metric.better().name().toLowerCase(Locale.ROOT)));
        parts.add(words.say("kept").formatted(windows(tracked, settings)));
        if (tracked.target() != null) {
            parts.add(words.say("target").formatted(plan(tracked.target())));
        }
        return String.join("; ", parts);
    }

    private static String source(Metric metric, MetricWords words) {
        if (metric instanceof ComplaintRate complaints) {
            return words.say("of_exposure").formatted(complaints.exposure());
        }
        if (metric.outcome().isPresent()) {
            return outcome(metric.outcome().get(), words);
        }
        if (metric instanceof ClockMetric clock) {
            return words.say("of_tickets") + " (" + clock.clock().wireName() + ")";
        }
        if (metric.asked().isEmpty()) {
            return words.say(metric.better() == Better.NEITHER ? "of_feedback" : "of_texts");
        }
        return metric.asked().stream()
                .map(MetricSettingsText::question)
                .distinct()
                .collect(Collectors.joining(", ", words.say("asked") + " ", ""));
    }

    /** What of its formula the settings decide. */
    private static List<String> formula(Metric metric, MetricWords words) {
        if (metric instanceof SatisfactionRate rate) {
            return List.of(words.say("top_boxes").formatted(number(rate.top())));
        }
        if (metric instanceof ClockTime clock) {
            return List.of(words.say(clock.time() == TimeBasis.WALL ? "wall_time" : "business_time"));
        }
        if (metric instanceof AmericanIndex index) {
            return List.of(words.say("weights")
                    .formatted(index.weights().stream()
                            .map(MetricSettingsText::number)
                            .collect(Collectors.joining(" / "))));
        }
        if (!(metric instanceof WeightedIndex index)) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        for (IndexWeights version : index.versions()) {
            Map<String, Double> shares = index.shares(version.validFrom());
            String weights = words.say("weights")
                    .formatted(index.parts().stream()
                            .map(part -> part + " " + number(shares.getOrDefault(part, 0.0)) + " %")
                            .collect(Collectors.joining(", ")));
            said.add(
                    index.versions().size() == 1
                            ? weights
                            : words.say("valid_from")
                                    .formatted(weights, LocalDate.ofInstant(version.validFrom(), ZoneOffset.UTC)));
        }
        said.add(words.say("coverage").formatted(number(index.coverage() * PERCENT)));
        return said;
    }

    private static String outcome(OutcomeRule rule, MetricWords words) {
        String text = words.say(rule.measure().isOfCustomers() ? "of_customers" : "of_tickets");
        if (!rule.within().isZero()) {
            text += ", " + words.say("within").formatted(DurationText.rounded(rule.within()));
        }
        if (!rule.same().isEmpty()) {
            text += ", " + words.say("same").formatted(String.join(" / ", rule.same()));
        }
        return text;
    }

    private static String conditions(TrackedMetric tracked) {
        return tracked.where().entrySet().stream()
                .map(condition -> condition.getKey() + " = " + String.join(" / ", condition.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The key of the words for the moment that decides the window something counts in. */
    static String anchor(Metric metric) {
        if (metric.outcome().isPresent()) {
            return "anchor_" + metric.outcome().get().measure().anchor().name().toLowerCase(Locale.ROOT);
        }
        if (metric instanceof ClockMetric) {
            return "anchor_done";
        }
        return metric instanceof CustomerRecovery ? "anchor_last_text" : "anchor_answer";
    }

    private static String question(Question question) {
        return "%s [%s, %s]".formatted(question.name(), number(question.min()), number(question.max()));
    }

    private static String windows(TrackedMetric tracked, SatisfactionSettings settings) {
        return settings.windows().stream()
                .filter(window -> settings.metricsIn(window).contains(tracked))
                .map(RollingWindow::name)
                .collect(Collectors.joining(", "));
    }

    private static String plan(ScoreTarget target) {
        if (!target.isPlanned()) {
            return number(target.goal());
        }
        return target.plan().entrySet().stream()
                .map(point -> number(point.getValue()) + " " + LocalDate.ofInstant(point.getKey(), target.zone()))
                .collect(Collectors.joining(
                        ", ", "", " (%s)".formatted(target.zone().getId())));
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
