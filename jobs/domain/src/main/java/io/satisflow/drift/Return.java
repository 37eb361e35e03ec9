package io.satisflow.drift;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.Step;
import io.satisflow.drift.normal.Normal;
import io.satisflow.drift.normal.NormalState;

/**
 * Whether a score that has moved is back: the likelihood of the level before against that of the level since, added up while
 * it speaks for the level before (a CUSUM of log-likelihood ratios).
 */
final class Return {
    /** Log odds: 150 to 1. */
    private static final double SURE = 5;

    private static final double LEAST_SHIFT = 0.5;
    private static final double FAR = 3;

    private Return() {}

    /** @param known before the step was learnt from */
    static double evidence(DriftState drift, NormalState known, Normal normal, Step step) {
        double shift = drift.levelSince() - drift.levelBefore();
        double carried = known.autocorrelation().coefficient();
        boolean follows =
                known.lastTo() != null && known.lastTo() == step.from().toEpochMilli();
        double fromSince = normal.judge(known, step).distance() + known.level() - drift.levelBefore();
        double lastFromBefore = known.lastDistance() + known.level() - drift.levelBefore();
        double surprise = follows ? fromSince - carried * lastFromBefore : fromSince;
        double sign = drift.direction() == Direction.UP ? 1 : -1;
        double apart = sign * surprise / surpriseDeviation(known);
        double half = shift(drift, known) / 2;
        return Math.max(0, drift.back() + Math.min(FAR, half - apart));
    }

    static boolean isBack(DriftState drift, NormalState known) {
        return drift.back() * shift(drift, known) >= SURE;
    }

    /** Of a surprise, in its standard deviations. */
    private static double shift(DriftState drift, NormalState known) {
        double shift = known.surpriseOf(Math.abs(drift.levelSince() - drift.levelBefore()));
        return Math.max(LEAST_SHIFT, shift);
    }

    private static double surpriseDeviation(NormalState known) {
        double carried = known.autocorrelation().coefficient();
        return Math.max(Double.MIN_NORMAL, known.deviation() * Math.sqrt(1 - carried * carried));
    }
}
