package io.satisflow.scoring.linear;

import io.satisflow.sentiment.Polarity;

/**
 * For a model that has seen neutral texts: the softmax of its three margins, which stand in the order negative, neutral,
 * positive, after stretching and shifting them.
 */
public record ThreeWayCalibration(double scale, double negative, double neutral, double positive)
        implements Calibration {
    public static final int MARGINS = 3;

    @Override
    public int margins() {
        return MARGINS;
    }

    @Override
    public Polarity polarity(double[] margins) {
        double ofNegative = scale * margins[0] + negative;
        double ofNeutral = scale * margins[1] + neutral;
        double ofPositive = scale * margins[2] + positive;
        double largest = Math.max(ofNegative, Math.max(ofNeutral, ofPositive));
        // The same on every machine: results never depend on which Math an engine has.
        double negativeShare = StrictMath.exp(ofNegative - largest);
        double neutralShare = StrictMath.exp(ofNeutral - largest);
        double positiveShare = StrictMath.exp(ofPositive - largest);
        double sum = negativeShare + neutralShare + positiveShare;
        return new Polarity(negativeShare / sum, neutralShare / sum, positiveShare / sum);
    }
}
