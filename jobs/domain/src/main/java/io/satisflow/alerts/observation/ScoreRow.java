package io.satisflow.alerts.observation;

import io.satisflow.drift.Reading;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.Map;

/**
 * Where a segment's scores stand in a rolling window.
 *
 * @param window such as 1h
 * @param to the first instant that does not count any more
 * @param asOf from when it is known
 * @param readings by metric
 */
public record ScoreRow(Segment segment, String window, Instant to, Instant asOf, Map<String, Reading> readings) {}
