package io.satisflow.scoring.training.fit;

import io.satisflow.sentiment.SentimentLabel;
import java.util.List;

/**
 * How clearly each bucket speaks for or against each label: the log of the ratio of its frequencies, as naive Bayes has
 * it. Features are stretched by it before they are weighed, so that the penalty on large weights bears less on those with
 * evidence (Wang and Manning, 2012). Measured here: 1 to 3 points of macro-F1; in Chinese the square root of the log, so that
 * few buckets do not carry all, another 0.1 to 0.5, most on kinds of texts that were not learned.
 */
final class EvidenceScale {
    private final int margins;
    private final double smoothing;
    private final double power;
    private final double[] counts;
    private final double[] totals = new double[SentimentLabel.values().length];

    private EvidenceScale(int buckets, int margins, Recipe recipe) {
        this.margins = margins;
        this.smoothing = recipe.smoothing();
        this.power = recipe.evidencePower();
        this.counts = new double[buckets * totals.length];
    }

    /**
     * @param recipe its smoothing is how many texts each bucket is taken to have been seen in besides, so that rare ones
     *     do not shout; its power evens out the factors when it is below 1
     * @return a factor for each bucket and margin, 0 for a bucket that no text fell into or a label that no text has
     */
    static double[] of(List<TrainingRow> rows, int buckets, int margins, Recipe recipe) {
        EvidenceScale evidence = new EvidenceScale(buckets, margins, recipe);
        rows.forEach(evidence::count);
        return evidence.factors(buckets);
    }

    private void count(TrainingRow row) {
        int label = row.label().ordinal();
        totals[label] += row.weight();
        for (int bucket : row.buckets()) {
            counts[bucket * totals.length + label] += row.weight();
        }
    }

    private double[] factors(int buckets) {
        double[] factors = new double[buckets * margins];
        for (int bucket = 0; bucket < buckets; bucket++) {
            for (int margin = 0; margin < margins; margin++) {
                factors[bucket * margins + margin] = factor(bucket, margins == 1 ? positive() : margin);
            }
        }
        return factors;
    }

    private static int positive() {
        return SentimentLabel.POSITIVE.ordinal();
    }

    private double factor(int bucket, int label) {
        double with = counts[bucket * totals.length + label];
        double others = -with;
        double all = 0;
        for (int i = 0; i < totals.length; i++) {
            others += counts[bucket * totals.length + i];
            all += totals[i];
        }
        double share = totals[label] / all;
        if (with + others == 0 || share == 0 || share == 1) {
            return 0;
        }
        double likely = (with + smoothing * share) / share;
        double otherwise = (others + smoothing * (1 - share)) / (1 - share);
        return StrictMath.pow(Math.abs(StrictMath.log(likely / otherwise)), power);
    }
}
