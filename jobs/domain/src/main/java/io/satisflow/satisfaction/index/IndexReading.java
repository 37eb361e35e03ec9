package io.satisflow.satisfaction.index;

import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.interval.StudentT;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One node of an index at one time: what each dimension weighs in it once those without an answer are left out and the others
 * take over their weight.
 */
final class IndexReading {
    private static final int BEST = 100;

    private final Function<IndexNode, Tally> tallies;
    private final IndexWeights weights;
    /** Of each dimension with an answer, its share of the node; together 1, or none at all. */
    private final Map<String, Double> shares = new TreeMap<>();

    private final Map<String, Tally> answered = new TreeMap<>();
    /** How much of the node's weight stands on answers, 0 to 1. */
    private final double covered;

    IndexReading(IndexNode node, Tallies tallies, Function<IndexNode, String> tallyName, IndexWeights weights) {
        this.tallies = part -> tallies.of(tallyName.apply(part));
        this.weights = weights;
        this.covered = cover(node);
        share(node, 1);
    }

    /** @return how much of it, 0 to 1 */
    private double cover(IndexNode node) {
        if (node.dimension() != null) {
            return tallies.apply(node).n() > 0 ? 1 : 0;
        }
        double whole = 0;
        double part = 0;
        for (IndexNode child : node.parts()) {
            whole += weights.of(child);
            part += weights.of(child) * cover(child);
        }
        return part / whole;
    }

    private void share(IndexNode node, double share) {
        if (node.dimension() != null) {
            if (cover(node) > 0) {
                shares.put(node.name(), share);
                answered.put(node.name(), tallies.apply(node));
            }
            return;
        }
        double whole = node.parts().stream()
                .filter(part -> cover(part) > 0)
                .mapToDouble(weights::of)
                .sum();
        node.parts().stream()
                .filter(part -> cover(part) > 0)
                .forEach(part -> share(part, share * weights.of(part) / whole));
    }

    double covered() {
        return covered;
    }

    /** What a dimension adds to the node's value; 0 for one without an answer. */
    double added(IndexNode leaf) {
        Tally tally = answered.get(leaf.name());
        return tally == null ? 0 : shares.getOrDefault(leaf.name(), 0.0) * tally.mean();
    }

    /** @param n how many responses it rests on */
    Score score(long n) {
        double value = shares.keySet().stream().mapToDouble(this::added).sum();
        if (answered.values().stream().anyMatch(Tally::isUnanimous)) {
            // Of a part with one answer, or the same one from all, nobody knows how far answers spread.
            return Score.exactly(value, n);
        }
        return Score.within(value, n, interval(value).within(0, BEST));
    }

    private double added(String leaf) {
        return shares.getOrDefault(leaf, 0.0)
                * answered.getOrDefault(leaf, Tally.NOTHING).mean();
    }

    /** Of a weighted sum of means, each with a variance of its own: Welch and Satterthwaite's degrees of freedom. */
    private Interval interval(double value) {
        double variance = 0;
        double spread = 0;
        for (Map.Entry<String, Tally> each : answered.entrySet()) {
            Tally tally = each.getValue();
            double share = shares.getOrDefault(each.getKey(), 0.0);
            double deviations = Math.max(0, tally.totalOfSquares() - tally.total() * tally.mean());
            double ofMean = share * share * deviations / (tally.n() - 1) / tally.n();
            variance += ofMean;
            spread += ofMean * ofMean / (tally.n() - 1);
        }
        long freedom = Math.max(1, (long) (variance * variance / spread));
        return Interval.around(value, StudentT.quantile(freedom) * Math.sqrt(variance));
    }
}
