package io.satisflow.drift.normal;

import java.util.Arrays;

/**
 * Turns a value into the quantile of the normal distribution that matches its rank among those before it. Sequential ranks
 * of a series in control are independent and uniform whatever the distribution (Barndorff-Nielsen 1963), so a chart on
 * these scores has the same false alarms for skewed values as for normal ones. McDonald, A CUSUM procedure based on
 * sequential ranks, 1990.
 */
public final class NormalScores {
    private NormalScores() {}

    /** @param known the values before, in any order, at least one */
    static double score(float[] known, double value) {
        double below = 0.5;
        for (float other : known) {
            below += other < (float) value ? 1 : other > (float) value ? 0 : 0.5;
        }
        return quantile(below / (known.length + 1));
    }

    static float[] append(float[] known, double value, int most) {
        int first = known.length < most ? 0 : known.length - most + 1;
        float[] longer = Arrays.copyOfRange(known, first, known.length + 1);
        longer[longer.length - 1] = (float) value;
        return longer;
    }

    /** Of the standard normal distribution, to 1e-9 relative: Acklam's rational approximation. */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("Expected a probability between 0 and 1, but was " + p);
        }
        if (p < 0.02425) {
            return tail(Math.sqrt(-2 * Math.log(p)));
        }
        if (p > 1 - 0.02425) {
            return -tail(Math.sqrt(-2 * Math.log(1 - p)));
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.3577518672690) * r
                                        - 30.66479806614716)
                                * r
                        + 2.506628277459239)
                * q
                / (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r
                                        - 13.28068155288572)
                                * r
                        + 1);
    }

    private static double tail(double q) {
        return (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734)
                                                * q
                                        + 4.374664141464968)
                                * q
                        + 2.938163982698783)
                / ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416)
                                * q
                        + 1);
    }

    /** The probability that a standard normal value is larger, to 1e-7: Abramowitz and Stegun 26.2.17. */
    public static double upperTail(double z) {
        if (z < 0) {
            return 1 - upperTail(-z);
        }
        double t = 1 / (1 + 0.2316419 * z);
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * poly;
    }
}
