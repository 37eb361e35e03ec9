package io.satisflow.scoring.linear;

import io.satisflow.sentiment.Polarity;

/** Turns the margins of a linear model into probabilities that hold. Fitted on texts apart from those of training. */
public sealed interface Calibration permits ThreeWayCalibration, TwoWayCalibration {

    /** How many margins the model gives for a text. */
    int margins();

    /** @param margins at least {@link #margins()} of them */
    Polarity polarity(double[] margins);
}
