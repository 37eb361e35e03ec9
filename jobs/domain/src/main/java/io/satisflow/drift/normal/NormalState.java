package io.satisflow.drift.normal;

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
        long dayOffSteps) {
    public static final NormalState NOTHING = new NormalState(
            0, 0, 0, 0, WeekHistory.NOTHING, WeekProfile.FLAT, new float[0], Autocorrelation.NOTHING, null, 0, 0, 0, 0);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public NormalState {
        history = history == null ? WeekHistory.NOTHING : history;
        profile = profile == null ? WeekProfile.FLAT : profile;
        surprises = surprises == null ? new float[0] : surprises;
        autocorrelation = autocorrelation == null ? Autocorrelation.NOTHING : autocorrelation;
    }

    /** Standard deviation of a step's distance from what is expected of it: at least what its answers explain. */
    public double deviation() {
        return Math.sqrt(Math.max(variance, errorVariance));
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
                dayOffSteps);
    }

    NormalState seen(boolean dayOff) {
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
                dayOffSteps + (dayOff ? 1 : 0));
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
                dayOffSteps);
    }
}
