package io.satisflow.satisfaction.score;

import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tallies;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, in scores, beside what came before and what is aimed at.
 *
 * @param previous of the window or period before
 * @param yearBefore of the same period a year before; null for a rolling window
 * @param to the end of the row
 * @param outlook null for a rolling window, of which nothing is left
 */
public record RowScores(
        Tallies current,
        Tallies previous,
        @Nullable Tallies yearBefore,
        Instant to,
        @Nullable Outlook outlook) {

    public Map<String, ReportedScore> of(List<TrackedMetric> metrics) {
        Map<String, ReportedScore> scores = new HashMap<>();
        metrics.forEach(tracked -> add(tracked, scores));
        return scores;
    }

    /** The target is that of the metric itself, not of the parts it is made of. */
    private void add(TrackedMetric tracked, Map<String, ReportedScore> scores) {
        Metric metric = tracked.metric();
        boolean isCount = metric.better() == Better.NEITHER;
        Map<String, Score> before = metric.scores(previous, to);
        Map<String, Score> aYearAgo = yearBefore == null ? Map.of() : metric.scores(yearBefore, to);
        metric.contributions(current, previous, to)
                .forEach((name, score) -> scores.put(name, ReportedScore.of(score, Score.NO_DATA, null)));
        metric.scores(current, to).forEach((name, score) -> {
            boolean isAimedAt = name.equals(metric.name());
            Double target = isAimedAt ? target(tracked, to) : null;
            ScoreMeaning standing = new ScoreMeaning(
                    score.provisional(),
                    Beside.of(score, aYearAgo.getOrDefault(name, Score.NO_DATA)),
                    target == null ? null : ScoreMeaning.Plan.of(score, target, metric.better()),
                    isAimedAt && !isCount ? needed(tracked, score) : null,
                    ScoreMeaning.Shown.of(score, isCount));
            scores.put(
                    name,
                    ReportedScore.of(score, before.getOrDefault(name, Score.NO_DATA), target)
                            .with(standing));
        });
    }

    private static @Nullable Double target(TrackedMetric tracked, Instant at) {
        ScoreTarget target = tracked.target();
        return target == null ? null : target.at(at);
    }

    private @Nullable Double needed(TrackedMetric tracked, Score score) {
        Double goal = outlook == null ? null : target(tracked, outlook.end());
        Double value = score.value();
        return outlook == null || goal == null || value == null || !outlook.isOpen()
                ? null
                : outlook.needed(goal, value);
    }
}
