package io.satisflow.scoring.linear;

import io.satisflow.sentiment.Polarity;

/**
 * For a model that has seen no neutral text: its one margin says how far a text leans to positive. Neutral is defined
 * and not learned: a text that leans neither way is as probably neutral as not, and that probability fades as the
 * text leans further. What is left is shared between the other two as the margin says.
 *
 * @param band the lean, in log-odds, at which the probability of neutral has fallen to a third of its height
 */
public record TwoWayCalibration(double scale, double shift, double band) implements Calibration {
    private static final double NEUTRAL_WITHOUT_LEAN = 0.5;

    @Override
    public int margins() {
        return 1;
    }

    @Override
    public Polarity polarity(double[] margins) {
        double lean = scale * margins[0] + shift;
        double neutral = NEUTRAL_WITHOUT_LEAN * StrictMath.exp(-Math.abs(lean) / band);
        double positiveShare = 1 / (1 + StrictMath.exp(-lean));
        double positive = (1 - neutral) * positiveShare;
        return new Polarity(1 - neutral - positive, neutral, positive);
    }
}
