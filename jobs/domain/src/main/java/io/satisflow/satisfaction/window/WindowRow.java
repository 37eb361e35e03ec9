package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A window of one segment at the end of one of its steps. The same step again with a later {@code asOf} is a correction.
 *
 * @param to epoch milliseconds: the first instant that does not count any more
 * @param asOf epoch milliseconds: everything known by then is in it
 */
public record WindowRow(RollingWindow window, long to, long asOf, WindowTotals totals) {

    /** The first instant that counts. */
    public long from() {
        return to - window.lengthMillis();
    }

    /** What it says, in scores. */
    public ScoreRow scores(Segment segment, List<TrackedMetric> metrics) {
        Map<String, ReportedScore> scores = new HashMap<>();
        metrics.forEach(tracked -> addScores(tracked, scores));
        return new ScoreRow(
                segment,
                window.name(),
                Instant.ofEpochMilli(from()),
                Instant.ofEpochMilli(to),
                Instant.ofEpochMilli(asOf),
                scores);
    }

    /** The target is that of the metric itself, not of the parts it is made of. */
    private void addScores(TrackedMetric tracked, Map<String, ReportedScore> scores) {
        Metric metric = tracked.metric();
        Instant end = Instant.ofEpochMilli(to);
        Map<String, Score> before = metric.scores(totals.previous(), end);
        metric.contributions(totals.current(), totals.previous(), end)
                .forEach((name, score) -> scores.put(name, ReportedScore.of(score, Score.NO_DATA, null)));
        metric.scores(totals.current(), end)
                .forEach((name, score) -> scores.put(
                        name,
                        ReportedScore.of(
                                score,
                                before.getOrDefault(name, Score.NO_DATA),
                                name.equals(metric.name()) ? target(tracked, end) : null)));
    }

    private static @Nullable Double target(TrackedMetric tracked, Instant at) {
        ScoreTarget target = tracked.target();
        return target == null ? null : target.at(at);
    }
}
