package io.satisflow.drift.normal;

import java.time.Instant;

/**
 * How far each hour of the week usually stands from the level.
 *
 * @param offsets by slot of {@link WeekClock}; empty while no rhythm is known
 * @param days how many days it was learnt from
 */
public record WeekProfile(float[] offsets, int days) {
    static final WeekProfile FLAT = new WeekProfile(new float[0], 0);

    /** From then on each hour of the week is known by itself; before, hours of the day and days off are. */
    static final int DAYS_OF_WEEKLY = 21;

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public WeekProfile {
        offsets = offsets == null ? new float[0] : offsets;
    }

    double offset(WeekClock clock, Instant instant) {
        return offsets.length == 0 ? 0 : offsets[clock.slot(instant)];
    }

    double offset(int slot) {
        return offsets.length == 0 ? 0 : offsets[slot];
    }

    /** Whether the hours of the week are known, each by itself. */
    public boolean isWeekly() {
        return days >= DAYS_OF_WEEKLY;
    }

    /** Of the hours of usual workdays, or of weekends. */
    double mean(boolean weekend) {
        if (offsets.length == 0) {
            return 0;
        }
        int first = weekend ? 5 * WeekClock.HOURS : 0;
        int end = weekend ? 7 * WeekClock.HOURS : 5 * WeekClock.HOURS;
        double sum = 0;
        for (int slot = first; slot < end; slot++) {
            sum += offsets[slot];
        }
        return sum / (end - first);
    }
}
