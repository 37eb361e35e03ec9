package io.satisflow.scoring.linear;

import io.satisflow.scoring.features.BucketSet;
import java.util.Arrays;

/**
 * Weights in one byte each, so that the weights of a language fit the cache of a processor. The steps between them grow
 * with the square of the code: fine among the many small weights, coarse among the few large ones.
 *
 * @param codes of bucket 0 for each margin, then of bucket 1, and so on
 * @param margins how many each bucket has
 * @param largest what the codes 127 and -127 stand for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record QuantizedWeights(byte[] codes, int margins, float largest) {
    private static final int LARGEST_CODE = 127;

    public static QuantizedWeights of(double[] weights, int margins) {
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        byte[] codes = new byte[weights.length];
        for (int i = 0; i < weights.length && largest > 0; i++) {
            codes[i] = (byte)
                    Math.round(Math.signum(weights[i]) * LARGEST_CODE * Math.sqrt(Math.abs(weights[i]) / largest));
        }
        return new QuantizedWeights(codes, margins, (float) largest);
    }

    /** The weight that each code stands for, by the code as an unsigned byte. */
    public float[] weightOfCode() {
        float[] weights = new float[256];
        for (int code = -LARGEST_CODE; code <= LARGEST_CODE; code++) {
            float root = (float) code / LARGEST_CODE;
            weights[code & 0xFF] = root * Math.abs(root) * largest;
        }
        return weights;
    }

    /** Adds up the weights of the buckets, for each margin, and evens out the length of the text. */
    public void margins(BucketSet buckets, float[] weightOfCode, double[] sums) {
        if (margins == 1) {
            sums[0] = margin(buckets, weightOfCode);
        } else if (margins == ThreeWayCalibration.MARGINS) {
            threeMargins(buckets, weightOfCode, sums);
        } else {
            anyMargins(buckets, weightOfCode, sums);
        }
        double factor = TextLength.factor(buckets.size());
        for (int margin = 0; margin < margins; margin++) {
            sums[margin] *= factor;
        }
    }

    private double margin(BucketSet buckets, float[] weightOfCode) {
        double sum = 0;
        for (int i = 0; i < buckets.size(); i++) {
            sum += weightOfCode[codes[buckets.get(i)] & 0xFF];
        }
        return sum;
    }

    private void anyMargins(BucketSet buckets, float[] weightOfCode, double[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < buckets.size(); i++) {
            int first = buckets.get(i) * margins;
            for (int margin = 0; margin < margins; margin++) {
                sums[margin] += weightOfCode[codes[first + margin] & 0xFF];
            }
        }
    }

    private void threeMargins(BucketSet buckets, float[] weightOfCode, double[] sums) {
        double negative = 0;
        double neutral = 0;
        double positive = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int first = buckets.get(i) * ThreeWayCalibration.MARGINS;
            negative += weightOfCode[codes[first] & 0xFF];
            neutral += weightOfCode[codes[first + 1] & 0xFF];
            positive += weightOfCode[codes[first + 2] & 0xFF];
        }
        sums[0] = negative;
        sums[1] = neutral;
        sums[2] = positive;
    }
}
