package io.satisflow.drift.normal;

/**
 * How much of a step's distance from the level is found again in the next step: the lag-1 autocorrelation, forgetting
 * slowly.
 *
 * @param pairs of neighbouring steps that it was estimated from
 * @param squares sum of the products of each with itself
 * @param products sum of the products of neighbours
 */
public record Autocorrelation(double pairs, double squares, double products) {
    static final Autocorrelation NOTHING = new Autocorrelation(0, 0, 0);

    private static final double KEPT = 1 - 1.0 / 1000;
    private static final int FEWEST = 24;
    private static final double MOST = 0.9;

    Autocorrelation with(double before, double now) {
        return new Autocorrelation(
                KEPT * pairs + 1, KEPT * squares + (before * before + now * now) / 2, KEPT * products + before * now);
    }

    /**
     * Between 0 and 0.9, put right for the small sample (Kendall 1954). One that chance explains is drawn towards 0; one that it
     * does not is taken half a standard error larger, since too little costs false alarms and too much only time. Negative
     * autocorrelation makes false alarms rarer and is not made use of.
     */
    public double coefficient() {
        if (pairs < FEWEST || squares <= 0) {
            return 0;
        }
        double raw = products / squares;
        double right = Math.max(0, raw + (1 + 3 * raw) / pairs);
        double error = Math.sqrt(Math.max(0, 1 - right * right) / pairs);
        double sure = right / (2 * error + Double.MIN_NORMAL);
        return Math.min(MOST, sure >= 1 ? right + error / 2 : right * sure);
    }
}
