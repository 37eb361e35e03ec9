package io.satisflow.satisfaction.interval;

/** How much wider an interval is for knowing the variance only from the sample itself. */
public final class StudentT {
    private static final double Z = 1.959963984540054;

    /** For 1 to 10 degrees of freedom, where the expansion is not good enough. */
    private static final double[] FEW = {
        12.706204736, 4.302652730, 3.182446305, 2.776445105, 2.570581836,
        2.446911851, 2.364624252, 2.306004135, 2.262157163, 2.228138852
    };

    private StudentT() {}

    /**
     * The 97.5 % quantile of Student's t distribution: the Cornish-Fisher expansion around the normal one (Abramowitz and
     * Stegun, 26.7.5), right to four digits after the point.
     *
     * @param freedom degrees of freedom, at least 1
     */
    public static double quantile(long freedom) {
        if (freedom <= FEW.length) {
            return FEW[(int) freedom - 1];
        }
        double n = freedom;
        double first = (Math.pow(Z, 3) + Z) / 4;
        double second = (5 * Math.pow(Z, 5) + 16 * Math.pow(Z, 3) + 3 * Z) / 96;
        double third = (3 * Math.pow(Z, 7) + 19 * Math.pow(Z, 5) + 17 * Math.pow(Z, 3) - 15 * Z) / 384;
        double fourth =
                (79 * Math.pow(Z, 9) + 776 * Math.pow(Z, 7) + 1482 * Math.pow(Z, 5) - 1920 * Math.pow(Z, 3) - 945 * Z)
                        / 92160;
        return Z + (first + (second + (third + fourth / n) / n) / n) / n;
    }
}
