package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.score.Audience;
import io.satisflow.satisfaction.score.RowScores;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;

/**
 * A window of one segment at the end of one of its steps. The same step again with a later {@code asOf} is a correction.
 *
 * @param to epoch milliseconds: the first instant that does not count any more
 * @param asOf epoch milliseconds: everything known by then is in it
 * @param audience whom it is for
 */
public record WindowRow(RollingWindow window, long to, long asOf, WindowTotals totals, Audience audience) {

    /** The first instant that counts. */
    public long from() {
        return to - window.lengthMillis();
    }

    /** What it says, in scores. */
    public ScoreRow scores(Segment segment, List<TrackedMetric> metrics) {
        Instant end = Instant.ofEpochMilli(to);
        RowScores scores = new RowScores(totals.current(), totals.previous(), null, end, null);
        return new ScoreRow(
                segment,
                window.name(),
                Instant.ofEpochMilli(from()),
                end,
                Instant.ofEpochMilli(asOf),
                scores.of(metrics),
                audience);
    }
}
