package io.satisflow.satisfaction.score;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a score should be: one value for all times, or a plan from date to date. Between two dates the plan is a straight line,
 * before the first and after the last it is level.
 *
 * @param plan at least one value by its instant: the beginning of a date
 * @param zone in which dates begin
 */
public record ScoreTarget(SortedMap<Instant, Double> plan, ZoneId zone) implements Serializable {

    public ScoreTarget {
        plan = new TreeMap<>(plan);
        if (plan.isEmpty()) {
            throw new IllegalArgumentException("A target needs a value");
        }
    }

    public static ScoreTarget always(double value) {
        return new ScoreTarget(new TreeMap<>(Map.of(Instant.EPOCH, value)), ZoneOffset.UTC);
    }

    public boolean isPlanned() {
        return plan.size() > 1;
    }

    /** What the plan ends with. */
    public double goal() {
        return valueAt(plan.lastKey());
    }

    public double at(Instant instant) {
        SortedMap<Instant, Double> from = plan.tailMap(instant);
        SortedMap<Instant, Double> until = plan.headMap(instant);
        if (from.isEmpty()) {
            return valueAt(until.lastKey());
        }
        Instant next = from.firstKey();
        if (until.isEmpty() || next.equals(instant)) {
            return valueAt(next);
        }
        Instant last = until.lastKey();
        double share = (double) Duration.between(last, instant).toMillis()
                / Duration.between(last, next).toMillis();
        return valueAt(last) + share * (valueAt(next) - valueAt(last));
    }

    private double valueAt(Instant point) {
        return plan.getOrDefault(point, Double.NaN);
    }
}
