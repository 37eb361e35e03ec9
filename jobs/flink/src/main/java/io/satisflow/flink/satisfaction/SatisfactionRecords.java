package io.satisflow.flink.satisfaction;

import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.window.Pane;
import io.satisflow.satisfaction.window.TrackedMetric;
import io.satisflow.satisfaction.window.WindowRow;
import io.satisflow.segment.Segment;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what windows say, and feedback that is too late for them, on the wire. */
final class SatisfactionRecords {
    private SatisfactionRecords() {}

    static SatisfactionRow row(String segment, WindowRow row, SatisfactionSettings settings) {
        Map<String, Metric> metrics = new HashMap<>();
        settings.metricsIn(row.window()).forEach(tracked -> addScores(tracked, row, metrics));
        return SatisfactionRow.newBuilder()
                .setSegment(Segment.parse(segment).values())
                .setWindow(row.window().name())
                .setFrom(Instant.ofEpochMilli(row.from()))
                .setTo(Instant.ofEpochMilli(row.to()))
                .setAsOf(Instant.ofEpochMilli(row.asOf()))
                .setMetrics(metrics)
                .build();
    }

    private static void addScores(TrackedMetric tracked, WindowRow row, Map<String, Metric> metrics) {
        io.satisflow.satisfaction.metric.Metric metric = tracked.metric();
        Map<String, Score> previous = metric.scores(row.totals().previous().of(metric.name()));
        metric.scores(row.totals().current().of(metric.name())).forEach((name, score) -> {
            Score before = previous.getOrDefault(name, Score.NO_DATA);
            Double target = name.equals(metric.name()) ? tracked.target() : null;
            metrics.put(name, metric(score, before.value(), target));
        });
    }

    private static Metric metric(Score score, @Nullable Double previous, @Nullable Double target) {
        return new Metric(score.value(), score.n(), score.low(), score.high(), previous, target);
    }

    static SatisfactionPane pane(String segment, Pane pane, SatisfactionSettings settings) {
        Map<String, Double> sums = new HashMap<>();
        settings.metrics().stream()
                .map(TrackedMetric::metric)
                .forEach(metric -> sums.putAll(metric.sums(pane.tallies().of(metric.name()))));
        return SatisfactionPane.newBuilder()
                .setSegment(Segment.parse(segment).values())
                .setFrom(Instant.ofEpochMilli(pane.from()))
                .setTo(Instant.ofEpochMilli(pane.to()))
                .setAsOf(Instant.ofEpochMilli(pane.asOf()))
                .setSums(sums)
                .build();
    }

    static DeadLetter tooLate(ContributionState refused, Duration tooLateAfter) {
        return DeadLetter.newBuilder()
                .setChannel(refused.channel())
                .setTopic(refused.topic())
                .setPartition(refused.partition())
                .setOffset(refused.offset())
                .setRow(refused.row())
                .setReason("too_late")
                .setMessage(
                        "feedback %s of %s became known more than %s later, when no window reaches back to it; keep a longer one in windows"
                                .formatted(
                                        refused.feedback(), Instant.ofEpochMilli(refused.occurredAt()), tooLateAfter))
                .setAt(Instant.ofEpochMilli(refused.knownAt()))
                .build();
    }
}
