package io.satisflow.satisfaction.tally;

import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many values lie where, in bins whose bounds rise in proportion: each is 4 % wider than the one below, so that the
 * middle of a bin is at most 2 % from any value in it, be it a second or a month. Counts are whole numbers and may be taken
 * away again. (Bins of this kind: Masson, Rim and Lee, DDSketch, 2019.)
 *
 * @param counts by bin; no bin that holds nothing
 */
public record Histogram(SortedMap<Integer, Long> counts) implements Serializable {
    public static final Histogram EMPTY = new Histogram(new TreeMap<>());

    private static final double GROWTH = 1.04;
    /** What is below one unit is in the bin of nothing. */
    private static final int NOTHING = -1;

    public Histogram {
        counts = new TreeMap<>(counts);
        counts.values().removeIf(count -> count == 0);
    }

    /** @param value not negative, in a unit of which parts need not be told apart, such as milliseconds */
    public static Histogram of(double value) {
        if (value < 0) {
            throw new IllegalArgumentException("A histogram in proportion holds no negative value, but got " + value);
        }
        SortedMap<Integer, Long> one = new TreeMap<>();
        // StrictMath, since a value on a bound must fall into the same bin on every machine.
        one.put(value < 1 ? NOTHING : (int) Math.floor(StrictMath.log(value) / StrictMath.log(GROWTH)), 1L);
        return new Histogram(one);
    }

    /** One thing in a bin whose number means something by itself, see {@link Sketch}. */
    static Histogram ofBin(int bin) {
        return new Histogram(new TreeMap<>(Map.of(bin, 1L)));
    }

    Histogram plus(Histogram other) {
        if (other.counts.isEmpty() || counts.isEmpty()) {
            return counts.isEmpty() ? other : this;
        }
        SortedMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((bin, count) -> sum.merge(bin, count, Long::sum));
        return new Histogram(sum);
    }

    Histogram negated() {
        if (counts.isEmpty()) {
            return this;
        }
        SortedMap<Integer, Long> negated = new TreeMap<>();
        counts.forEach((bin, count) -> negated.put(bin, -count));
        return new Histogram(negated);
    }

    public long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The value that so many are not above.
     *
     * @param rank from 1 to the number of values
     */
    public double valueOfRank(long rank) {
        long below = 0;
        for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
            below += bin.getValue();
            if (below >= rank) {
                return bin.getKey() == NOTHING ? 0 : StrictMath.pow(GROWTH, bin.getKey() + 0.5);
            }
        }
        throw new IllegalArgumentException("Expected a rank up to %d, but got %d".formatted(below, rank));
    }
}
