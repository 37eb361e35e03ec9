package io.satisflow.scoring.training.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Finds the weights of all buckets. Most buckets hold no feature of any text, and a few are in nearly every text: the
 * minimizer works on those that occur, the most frequent first, which keeps them together in the processor's cache.
 */
public final class WeightFit {
    private final Recipe recipe;
    private final RowLoss loss;
    private final Consumer<String> progress;

    public WeightFit(Recipe recipe, RowLoss loss, Consumer<String> progress) {
        this.recipe = recipe;
        this.loss = loss;
        this.progress = progress;
    }

    /** @return of bucket 0 for each margin, then of bucket 1, and so on; 0 for a bucket that does not occur */
    public double[] of(List<TrainingRow> rows) {
        int[] occurring = occurring(rows);
        double[] found = minimum(renumbered(rows, occurring), occurring.length);
        int margins = loss.margins();
        double[] weights = new double[margins << recipe.bits()];
        for (int place = 0; place < occurring.length; place++) {
            System.arraycopy(found, place * margins, weights, occurring[place] * margins, margins);
        }
        return weights;
    }

    private double[] minimum(List<TrainingRow> rows, int buckets) {
        double[] scale = EvidenceScale.of(rows, buckets, loss.margins(), recipe);
        PenalizedLoss penalized = new PenalizedLoss(rows, loss, scale, recipe.penalty(), progress);
        return penalized.weights(Minimum.of(penalized, new double[scale.length], recipe.mostRounds()));
    }

    private int[] occurring(List<TrainingRow> rows) {
        int[] counts = new int[1 << recipe.bits()];
        for (TrainingRow row : rows) {
            for (int bucket : row.buckets()) {
                counts[bucket]++;
            }
        }
        return IntStream.range(0, counts.length)
                .filter(bucket -> counts[bucket] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer bucket) -> -counts[bucket]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<TrainingRow> renumbered(List<TrainingRow> rows, int[] occurring) {
        int[] placeOf = new int[1 << recipe.bits()];
        for (int place = 0; place < occurring.length; place++) {
            placeOf[occurring[place]] = place;
        }
        List<TrainingRow> renumbered = new ArrayList<>(rows.size());
        for (TrainingRow row : rows) {
            int[] places = Arrays.stream(row.buckets())
                    .map(bucket -> placeOf[bucket])
                    .sorted()
                    .toArray();
            renumbered.add(new TrainingRow(places, row.label(), row.twoWay(), row.weight()));
        }
        return renumbered;
    }
}
