package io.satisflow.drift;

import io.satisflow.drift.detector.Direction;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;

/**
 * A segment's score has moved, or is back.
 *
 * @param id of the drift; its end carries the same
 * @param ended the drift is over
 * @param at when the detector said so
 * @param from the level before, in the unit of the metric
 * @param to the level since
 * @param low the interval that holds the level since in 95 of 100 cases
 * @param since when the change began: the last time the moving average stood at its target
 * @param n answers since then
 * @param drivers what moved it; their contributions add up to {@code to - from}, unless nothing is known of any part
 * @param verbatims up to five texts that show it
 */
public record DriftSignal(
        String id,
        Segment segment,
        String metric,
        boolean ended,
        Instant at,
        Direction direction,
        double from,
        double to,
        double low,
        double high,
        Instant since,
        long n,
        String detector,
        List<Driver> drivers,
        List<String> verbatims) {

    public DriftSignal {
        drivers = List.copyOf(drivers);
        verbatims = List.copyOf(verbatims);
    }

    public DriftSignal withVerbatims(List<String> texts) {
        return new DriftSignal(
                id, segment, metric, ended, at, direction, from, to, low, high, since, n, detector, drivers, texts);
    }
}
