package io.satisflow.scoring.fusion;

import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.scoring.linear.TwoWayCalibration;
import io.satisflow.sentiment.Polarity;

/**
 * Weighs what is known of a text into probabilities.
 *
 * @param weights of each input for each margin: all inputs of the first margin, and its shift, then the next margin
 * @param margins 3, or 1 for a model without neutral texts
 * @param band see {@link TwoWayCalibration}; 0 for three margins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FusionHead(float[] weights, int margins, double band) {

    /** How many numbers it weighs for a text. */
    public int inputs() {
        return weights.length / margins - 1;
    }

    /** @param input see {@link FusionInput} */
    public double[] margins(float[] input) {
        double[] sums = new double[margins];
        for (int margin = 0; margin < margins; margin++) {
            int first = margin * (input.length + 1);
            double sum = weights[first + input.length];
            for (int i = 0; i < input.length; i++) {
                sum += weights[first + i] * (double) input[i];
            }
            sums[margin] = sum;
        }
        return sums;
    }

    Polarity polarity(float[] input) {
        Calibration calibration = margins == ThreeWayCalibration.MARGINS
                ? new ThreeWayCalibration(1, 0, 0, 0)
                : new TwoWayCalibration(1, 0, band);
        return calibration.polarity(margins(input));
    }

    /** The same head with its margins stretched and shifted, so that its probabilities hold. */
    public FusionHead calibrated(Calibration fitted) {
        if (fitted instanceof ThreeWayCalibration three) {
            return stretched(three.scale(), new double[] {three.negative(), three.neutral(), three.positive()}, 0);
        }
        TwoWayCalibration two = (TwoWayCalibration) fitted;
        return stretched(two.scale(), new double[] {two.shift()}, two.band());
    }

    private FusionHead stretched(double scale, double[] shifts, double newBand) {
        float[] stretched = new float[weights.length];
        int inputs = inputs();
        for (int i = 0; i < stretched.length; i++) {
            boolean isShift = i % (inputs + 1) == inputs;
            stretched[i] = (float) (scale * weights[i] + (isShift ? shifts[i / (inputs + 1)] : 0));
        }
        return new FusionHead(stretched, margins, newBand);
    }
}
