package io.satisflow.drift.normal;

import io.satisflow.drift.detector.Step;
import org.jspecify.annotations.Nullable;

/**
 * What is normal for a series, as far as it is known.
 *
 * @param steps that the level has been learnt from
 * @param level without the rhythm
 * @param variance of a step's distance from level and rhythm
 * @param errorVariance what the number of a step's answers usually explains of it
 * @param surprises how far past steps stood from what had been expected, in the unit of the metric, oldest first
 * @param lastTo end of the last step in epoch milliseconds; null before the first
 * @param lastDistance of the last step from level and rhythm
 * @param fittedTo the hour in which the rhythm was learnt last, in epoch hours
 * @param workdaySteps seen on workdays
 * @param dayOffSteps seen on days off
 * @param pace how often there is a step
 */
public record NormalState(
        long steps,
        double level,
        double variance,
        double errorVariance,
        WeekHistory history,
        WeekProfile profile,
        float[] surprises,
        Autocorrelation autocorrelation,
        @Nullable Long lastTo,
        double lastDistance,
        long fittedTo,
        long workdaySteps,
        long dayOffSteps,
        Pace pace) {
    public static final NormalState NOTHING = new NormalState(
            0,
            0,
            0,
            0,
            WeekHistory.NOTHING,
            WeekProfile.FLAT,
            new float[0],
            Autocorrelation.NOTHING,
            null,
            0,
            0,
            0,
            0,
            Pace.UNKNOWN);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public NormalState {
        history = history == null ? WeekHistory.NOTHING : history;
        profile = profile == null ? WeekProfile.FLAT : profile;
        surprises = surprises == null ? new float[0] : surprises;
        autocorrelation = autocorrelation == null ? Autocorrelation.NOTHING : autocorrelation;
        pace = pace == null ? Pace.UNKNOWN : pace;
    }

    /** Standard deviation of a step's distance from what is expected of it: at least what its answers explain. */
    public double deviation() {
        return Math.sqrt(Math.max(variance, errorVariance));
    }

    /** How far a shift that lasts moves surprises, in their standard deviations: what is carried on surprises nobody. */
    public double surpriseOf(double shift) {
        double carried = autocorrelation.coefficient();
        double ofSurprises = deviation() * Math.sqrt(1 - carried * carried);
        return shift * (1 - carried) / Math.max(Double.MIN_NORMAL, ofSurprises);
    }

    NormalState with(WeekHistory longer) {
        return new NormalState(
                steps,
                level,
                variance,
                errorVariance,
                longer,
                profile,
                surprises,
                autocorrelation,
                null,
                lastDistance,
                fittedTo,
                workdaySteps,
                dayOffSteps,
                pace);
    }

    NormalState seen(boolean dayOff, Step step) {
        return new NormalState(
                steps,
                level,
                variance,
                errorVariance,
                history,
                profile,
                surprises,
                autocorrelation,
                lastTo,
                lastDistance,
                fittedTo,
                workdaySteps + (dayOff ? 0 : 1),
                dayOffSteps + (dayOff ? 1 : 0),
                pace.with(step));
    }

    /** Without what goes on being learnt while the level is away. */
    public NormalState withoutHistory() {
        return new NormalState(
                steps,
                level,
                variance,
                errorVariance,
                WeekHistory.NOTHING,
                WeekProfile.FLAT,
                surprises,
                autocorrelation,
                lastTo,
                lastDistance,
                fittedTo,
                workdaySteps,
                dayOffSteps,
                pace);
    }
}
