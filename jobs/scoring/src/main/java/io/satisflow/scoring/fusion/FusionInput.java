package io.satisflow.scoring.fusion;

import io.satisflow.sentiment.Polarity;
import java.util.Arrays;

/** What a head weighs: the place of a text, and then the log-probabilities that the linear scorer gives to its labels. */
public final class FusionInput {
    /** How many numbers stand behind the place: negative, neutral, positive. */
    public static final int EVIDENCE = 3;

    /** The numbers of a place are small, some hundredths; this makes the penalty on weights bear on both kinds alike. */
    private static final float PLACE_SCALE = 8;

    /** The linear scorer is never so sure that nothing could outweigh it. */
    private static final double LEAST_PROBABILITY = 1e-4;

    private FusionInput() {}

    public static float[] of(float[] place, Polarity linear) {
        float[] input = Arrays.copyOf(place, place.length + EVIDENCE);
        for (int i = 0; i < place.length; i++) {
            input[i] *= PLACE_SCALE;
        }
        input[place.length] = evidence(linear.negative());
        input[place.length + 1] = evidence(linear.neutral());
        input[place.length + 2] = evidence(linear.positive());
        return input;
    }

    private static float evidence(double probability) {
        return (float) StrictMath.log(probability + LEAST_PROBABILITY);
    }
}
