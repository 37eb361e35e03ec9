package io.satisflow.scoring.training.fit;

import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.sentiment.SentimentLabel;

/** How wrong the margins of one text are (its log-loss), and in which direction they should go. */
public interface RowLoss {
    /** How many margins there are. */
    int margins();

    /**
     * @param margins of the text
     * @param slopes filled with the change of the loss for each margin
     * @return the loss
     */
    double of(TrainingRow row, double[] margins, double[] slopes);

    /** Three margins, unless nobody ever chose neutral. */
    static RowLoss forLabels(boolean anyNeutral) {
        return anyNeutral ? new ThreeWay() : new TwoWay();
    }

    /** The lean to positive, as logistic regression has it; a neutral text is one that leans neither way. */
    final class TwoWay implements RowLoss {
        @Override
        public int margins() {
            return 1;
        }

        @Override
        public double of(TrainingRow row, double[] margins, double[] slopes) {
            double margin = margins[0];
            double positiveShare = switch (row.label()) {
                case POSITIVE -> 1;
                case NEGATIVE, NOT_SCORED -> 0;
                case NEUTRAL -> 0.5;
            };
            slopes[0] = 1 / (1 + StrictMath.exp(-margin)) - positiveShare;
            return StrictMath.log1p(StrictMath.exp(-Math.abs(margin))) + Math.max(0, margin) - positiveShare * margin;
        }
    }

    /** The softmax of three margins; of two of them for a text that could not have been neutral. */
    final class ThreeWay implements RowLoss {
        private static final int NEUTRAL = SentimentLabel.NEUTRAL.ordinal();

        @Override
        public int margins() {
            return ThreeWayCalibration.MARGINS;
        }

        @Override
        public double of(TrainingRow row, double[] margins, double[] slopes) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < margins(); i++) {
                largest = isPossible(i, row) ? Math.max(largest, margins[i]) : largest;
            }
            double sum = 0;
            for (int i = 0; i < margins(); i++) {
                slopes[i] = isPossible(i, row) ? StrictMath.exp(margins[i] - largest) : 0;
                sum += slopes[i];
            }
            for (int i = 0; i < margins(); i++) {
                slopes[i] /= sum;
            }
            int truth = row.label().ordinal();
            slopes[truth] -= 1;
            return StrictMath.log(sum) + largest - margins[truth];
        }

        private static boolean isPossible(int margin, TrainingRow row) {
            return !row.twoWay() || margin != NEUTRAL;
        }
    }
}
