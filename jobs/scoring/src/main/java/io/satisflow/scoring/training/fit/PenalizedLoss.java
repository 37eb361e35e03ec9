package io.satisflow.scoring.training.fit;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;
import java.util.List;
import java.util.function.Consumer;

/**
 * What training makes small: the loss of all texts, and a penalty on large weights. The minimizer's weights are those
 * of the stretched features; {@link #weights} gives those of the features as they are.
 */
final class PenalizedLoss extends AbstractCachingDiffFunction {
    private final List<TrainingRow> rows;
    private final RowLoss loss;
    private final double[] scale;
    private final double penalty;
    private final Consumer<String> progress;
    private int rounds;

    PenalizedLoss(List<TrainingRow> rows, RowLoss loss, double[] scale, double penalty, Consumer<String> progress) {
        this.rows = rows;
        this.loss = loss;
        this.scale = scale;
        this.penalty = penalty;
        this.progress = progress;
    }

    @Override
    public int domainDimension() {
        return scale.length;
    }

    /** The weights of the features as they are. */
    double[] weights(double[] stretched) {
        double[] weights = new double[scale.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = stretched[i] * scale[i];
        }
        return weights;
    }

    @Override
    protected void calculate(double[] stretched) {
        double[] weights = weights(stretched);
        double[] gradient = new double[scale.length];
        double[] margins = new double[loss.margins()];
        double[] slopes = new double[loss.margins()];
        double sum = 0;
        for (TrainingRow row : rows) {
            addMargins(row, weights, margins);
            sum += row.weight() * loss.of(row, margins, slopes);
            addSlopes(row, slopes, gradient);
        }
        for (int i = 0; i < stretched.length; i++) {
            sum += penalty / 2 * stretched[i] * stretched[i];
            gradient[i] = gradient[i] * scale[i] + penalty * stretched[i];
        }
        value = sum;
        derivative = gradient;
        progress.accept("round %d: loss %.1f".formatted(++rounds, sum));
    }

    private static void addMargins(TrainingRow row, double[] weights, double[] margins) {
        double factor = row.lengthFactor();
        for (int margin = 0; margin < margins.length; margin++) {
            double sum = 0;
            for (int bucket : row.buckets()) {
                sum += weights[bucket * margins.length + margin];
            }
            margins[margin] = sum * factor;
        }
    }

    private static void addSlopes(TrainingRow row, double[] slopes, double[] gradient) {
        double factor = row.lengthFactor() * row.weight();
        for (int bucket : row.buckets()) {
            for (int margin = 0; margin < slopes.length; margin++) {
                gradient[bucket * slopes.length + margin] += slopes[margin] * factor;
            }
        }
    }
}
