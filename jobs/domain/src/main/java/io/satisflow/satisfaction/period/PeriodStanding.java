package io.satisflow.satisfaction.period;

import io.satisflow.satisfaction.score.Outlook;
import io.satisflow.satisfaction.score.RowScores;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a period stands at one time.
 *
 * @param from its first instant
 * @param to up to when it is counted
 * @param end its end
 * @param current what was counted since it began
 * @param previous what was in the period before, as far into it
 * @param yearBefore what was in the same period of the year before, as far into it
 */
public record PeriodStanding(
        Period period, Instant from, Instant to, Instant end, Tallies current, Tallies previous, Tallies yearBefore) {

    /** What it says, in scores. */
    public ScoreRow scores(Segment segment, List<TrackedMetric> metrics) {
        double passed = (double) Duration.between(from, to).toMillis()
                / Duration.between(from, end).toMillis();
        RowScores scores = new RowScores(current, previous, yearBefore, to, new Outlook(end, passed));
        return new ScoreRow(segment, period.wireName(), from, to, to, scores.of(metrics));
    }
}
