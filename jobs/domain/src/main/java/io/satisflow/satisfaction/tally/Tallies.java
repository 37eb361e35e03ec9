package io.satisflow.satisfaction.tally;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tally for each metric that was measured. Metrics without any answer are left out, so that equal tallies are equal
 * objects.
 *
 * @param byMetric by the metric's name
 */
public record Tallies(SortedMap<String, Tally> byMetric) implements Serializable {
    public static final Tallies NOTHING = new Tallies(new TreeMap<>());

    public Tallies {
        byMetric = new TreeMap<>(byMetric);
        if (byMetric.containsValue(Tally.NOTHING)) {
            byMetric.values().removeIf(Tally::isNothing);
        }
    }

    public static Tallies of(String metric, Tally tally) {
        return new Tallies(new TreeMap<>(Map.of(metric, tally)));
    }

    public Tally of(String metric) {
        return byMetric.getOrDefault(metric, Tally.NOTHING);
    }

    public Tallies plus(Tallies other) {
        if (other.isNothing() || isNothing()) {
            return isNothing() ? other : this;
        }
        SortedMap<String, Tally> sum = new TreeMap<>(byMetric);
        other.byMetric.forEach((metric, tally) -> sum.merge(metric, tally, Tally::plus));
        return new Tallies(sum);
    }

    public Tallies minus(Tallies other) {
        return other.isNothing() ? this : plus(other.negated());
    }

    public Tallies negated() {
        SortedMap<String, Tally> negated = new TreeMap<>();
        byMetric.forEach((metric, tally) -> negated.put(metric, tally.negated()));
        return new Tallies(negated);
    }

    /** Without the metrics that do not stand among these. */
    public Tallies only(Collection<String> metrics) {
        if (metrics.containsAll(byMetric.keySet())) {
            return this;
        }
        SortedMap<String, Tally> kept = new TreeMap<>(byMetric);
        kept.keySet().retainAll(metrics);
        return new Tallies(kept);
    }

    /** Of the metric that was answered most. */
    public long answers() {
        return byMetric.values().stream()
                .mapToLong(tally -> Math.abs(tally.n()))
                .max()
                .orElse(0);
    }

    /** How many numbers it holds: what it takes in memory goes by it. */
    public int size() {
        int size = 0;
        for (Tally tally : byMetric.values()) {
            size += 1 + tally.histogram().counts().size();
        }
        return size;
    }

    public boolean isNothing() {
        return byMetric.isEmpty();
    }
}
