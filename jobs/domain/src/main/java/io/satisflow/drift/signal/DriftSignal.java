package io.satisflow.drift.signal;

import io.satisflow.drift.detector.Direction;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.List;

/**
 * A segment's score has moved, or what became of it.
 *
 * @param id of the drift; what follows of it carries the same
 * @param at when the detector said so
 * @param from the level that was to be expected, in the unit of the metric
 * @param to the level since
 * @param low the interval that holds the level since in 95 of 100 cases
 * @param since when the change began, as estimated
 * @param n answers since then
 * @param confidence 0 to 1: how rarely chance alone would bring so large a move from any of the steps since
 * @param drivers where it moved, by every dimension: those of a dimension add up to {@code to - from}; the dimension that
 *     explains most comes first. Empty when nothing is known of any part
 * @param verbatims up to five texts that speak of it
 * @param aspects that customers speak of more, or worse, since then; the one that explains most first
 */
public record DriftSignal(
        String id,
        Segment segment,
        String metric,
        DriftPhase phase,
        Instant at,
        Direction direction,
        double from,
        double to,
        double low,
        double high,
        Instant since,
        long n,
        double confidence,
        String detector,
        List<Driver> drivers,
        List<String> verbatims,
        List<SpokenAspect> aspects) {

    public DriftSignal {
        drivers = List.copyOf(drivers);
        verbatims = List.copyOf(verbatims);
        aspects = List.copyOf(aspects);
    }

    /** One of which nobody has said anything yet. */
    public DriftSignal(
            String id,
            Segment segment,
            String metric,
            DriftPhase phase,
            Instant at,
            Direction direction,
            double from,
            double to,
            double low,
            double high,
            Instant since,
            long n,
            double confidence,
            String detector,
            List<Driver> drivers,
            List<String> verbatims) {
        this(
                id,
                segment,
                metric,
                phase,
                at,
                direction,
                from,
                to,
                low,
                high,
                since,
                n,
                confidence,
                detector,
                drivers,
                verbatims,
                List.of());
    }

    /** With what customers say of it. */
    public DriftSignal showing(List<SpokenAspect> spokenOf, List<String> texts) {
        return new DriftSignal(
                id,
                segment,
                metric,
                phase,
                at,
                direction,
                from,
                to,
                low,
                high,
                since,
                n,
                confidence,
                detector,
                drivers,
                texts,
                spokenOf);
    }

    public DriftSignal entering(DriftPhase next, Instant when) {
        return new DriftSignal(
                id,
                segment,
                metric,
                next,
                when,
                direction,
                from,
                to,
                low,
                high,
                since,
                n,
                confidence,
                detector,
                drivers,
                verbatims,
                aspects);
    }
}
