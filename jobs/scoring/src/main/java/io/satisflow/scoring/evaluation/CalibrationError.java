package io.satisflow.scoring.evaluation;

/**
 * The expected calibration error: how far the probability of the given label is from the share of texts that it is right
 * for, over ten equally wide bins of that probability, each weighing as much as it has texts.
 */
public final class CalibrationError {
    private static final int BINS = 10;

    private final double[] confidence = new double[BINS];
    private final int[] right = new int[BINS];
    private int rows;

    void add(double probability, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        confidence[bin] += probability;
        right[bin] += isRight ? 1 : 0;
        rows++;
    }

    /** From 0, perfect, to 1; 0 without texts. */
    public double value() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(confidence[bin] - right[bin]);
        }
        return rows == 0 ? 0 : sum / rows;
    }
}
