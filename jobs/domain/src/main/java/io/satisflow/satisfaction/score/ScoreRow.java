package io.satisflow.satisfaction.score;

import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.Map;

/**
 * The scores of one segment in a rolling window, at the end of one of its steps. The same step again with a later
 * {@code asOf} is a correction.
 *
 * @param window its name, such as 1h
 * @param from the first instant that counts
 * @param to the first instant that does not count any more
 * @param asOf everything known by then is in it
 * @param scores by name, such as {@code csat}
 * @param audience whom it is for
 */
public record ScoreRow(
        Segment segment,
        String window,
        Instant from,
        Instant to,
        Instant asOf,
        Map<String, ReportedScore> scores,
        Audience audience) {

    /** One for everybody whom it concerns: a correction tells those who watch nothing. */
    public ScoreRow(
            Segment segment, String window, Instant from, Instant to, Instant asOf, Map<String, ReportedScore> scores) {
        this(segment, window, from, to, asOf, scores, to.equals(asOf) ? Audience.BOTH : Audience.STEPS);
    }

    /** Whether it says how things stand; a correction says how they stood. */
    public boolean isPresent() {
        return to.equals(asOf);
    }
}
