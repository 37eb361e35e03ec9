package io.satisflow.scoring.training.fusion;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;
import io.satisflow.scoring.fusion.FusionHead;
import io.satisflow.scoring.fusion.FusionInput;
import io.satisflow.scoring.training.Example;
import io.satisflow.scoring.training.fit.RowLoss;
import io.satisflow.scoring.training.fit.TrainingRow;
import java.util.List;

/**
 * What the training of a head makes small: the loss of all texts, and a penalty on leaving the start. The start is the
 * head that says what the linear scorer says, so that few texts teach little and do no harm.
 */
final class HeadLoss extends AbstractCachingDiffFunction {
    private static final double PENALTY = 10;

    private final List<Row> rows;
    private final RowLoss loss;
    private final double[] start;

    /** @param input what the head weighs */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(Example example, float[] input) {
        TrainingRow labelled() {
            return example.row();
        }
    }

    HeadLoss(List<Row> rows, RowLoss loss) {
        this.rows = rows;
        this.loss = loss;
        this.start = start(rows.get(0).input().length, loss.margins());
    }

    /** Each margin listens to the evidence for its own label; a single one to the difference of the outer two. */
    private static double[] start(int inputs, int margins) {
        double[] start = new double[margins * (inputs + 1)];
        int evidence = inputs - FusionInput.EVIDENCE;
        if (margins == 1) {
            start[evidence] = -1;
            start[inputs - 1] = 1;
            return start;
        }
        for (int margin = 0; margin < margins; margin++) {
            start[margin * (inputs + 1) + evidence + margin] = 1;
        }
        return start;
    }

    double[] start() {
        return start.clone();
    }

    FusionHead head(double[] weights) {
        float[] rounded = new float[weights.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) weights[i];
        }
        return new FusionHead(rounded, loss.margins(), 0);
    }

    @Override
    public int domainDimension() {
        return start.length;
    }

    @Override
    protected void calculate(double[] weights) {
        FusionHead head = head(weights);
        double[] gradient = new double[weights.length];
        double[] slopes = new double[loss.margins()];
        double sum = 0;
        for (Row row : rows) {
            sum += row.labelled().weight() * loss.of(row.labelled(), head.margins(row.input()), slopes);
            addSlopes(row, slopes, gradient);
        }
        for (int i = 0; i < weights.length; i++) {
            double distance = weights[i] - start[i];
            sum += PENALTY / 2 * distance * distance;
            gradient[i] += PENALTY * distance;
        }
        value = sum;
        derivative = gradient;
    }

    private static void addSlopes(Row row, double[] slopes, double[] gradient) {
        float[] input = row.input();
        for (int margin = 0; margin < slopes.length; margin++) {
            double slope = slopes[margin] * row.labelled().weight();
            int first = margin * (input.length + 1);
            for (int i = 0; i < input.length; i++) {
                gradient[first + i] += slope * input[i];
            }
            gradient[first + input.length] += slope;
        }
    }
}
