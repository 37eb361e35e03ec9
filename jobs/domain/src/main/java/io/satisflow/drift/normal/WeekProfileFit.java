package io.satisflow.drift.normal;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Learns the rhythm of a series: days off against workdays, hours of the day, hours of the day on each kind of day, days
 * of the week, and from three weeks on hours of the week. Each layer takes medians of what the layers before have left,
 * and is drawn towards nothing as far as its scatter from day to day explains it (James and Stein's shrinkage, positive
 * part). So a series without a rhythm keeps a flat profile, and one with a rhythm has it after few days.
 */
final class WeekProfileFit {
    private static final double[] SMOOTH = {1 / 9.0, 2 / 9.0, 3 / 9.0, 2 / 9.0, 1 / 9.0};
    private static final int FEWEST_DAYS = 2;
    private static final int KINDS = 2;

    private final WeekHistory history;
    private final int[] slots;
    private final boolean[] off;
    private final double[] left;
    private final float[] offsets = new float[WeekClock.SLOTS];

    private WeekProfileFit(WeekHistory history) {
        this.history = history;
        this.slots = new int[history.size()];
        this.off = new boolean[history.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = history.slot(i);
            off[i] = history.isDayOff(i);
        }
        this.left = new double[history.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = history.distances()[i];
        }
    }

    static WeekProfile of(WeekHistory history) {
        int days = history.size() == 0
                ? 0
                : (history.hours()[history.size() - 1] - history.hours()[0] + 1) / WeekClock.HOURS;
        if (days < FEWEST_DAYS) {
            return WeekProfile.FLAT;
        }
        return new WeekProfileFit(history).fit(days);
    }

    private WeekProfile fit(int days) {
        double centre = centre();
        for (int i = 0; i < left.length; i++) {
            left[i] -= centre;
        }
        takeHourOfDay();
        takeKindOfDay();
        takeHourOfDay();
        takeKindOfDay();
        take(
                left,
                i -> (off[i] ? WeekClock.HOURS : 0) + slots[i] % WeekClock.HOURS,
                slot -> (isOffSlot(slot) ? WeekClock.HOURS : 0) + slot % WeekClock.HOURS,
                KINDS * WeekClock.HOURS);
        if (days >= WeekProfile.DAYS_OF_WEEKLY) {
            take(left, i -> slots[i] / WeekClock.HOURS, slot -> slot / WeekClock.HOURS, 8);
            take(left, i -> slots[i], slot -> slot, WeekClock.SLOTS);
        }
        return new WeekProfile(offsets, days);
    }

    /** Of the usual kind of day: the other kind is what stands apart from it. */
    private double centre() {
        int offs = 0;
        for (boolean day : off) {
            offs += day ? 1 : 0;
        }
        boolean usual = 2 * offs > off.length;
        double[] values = new double[left.length];
        int size = 0;
        for (int i = 0; i < left.length; i++) {
            if (off[i] == usual) {
                values[size++] = left[i];
            }
        }
        return median(values, size);
    }

    private void takeHourOfDay() {
        take(smoothed(), i -> slots[i] % WeekClock.HOURS, slot -> slot % WeekClock.HOURS, WeekClock.HOURS);
    }

    private void takeKindOfDay() {
        take(left, i -> off[i] ? 1 : 0, slot -> isOffSlot(slot) ? 1 : 0, KINDS);
    }

    /** Where the calendar moves a day, its own hours are on the other side; the usual week decides for the slot. */
    private static boolean isOffSlot(int slot) {
        return slot / WeekClock.HOURS >= 5;
    }

    /** Adds the medians of the groups to the offsets of their slots, shrunk, and takes them out of what is left. */
    private void take(double[] values, IntUnaryOperator groupOf, IntUnaryOperator groupOfSlot, int groups) {
        double[][] members = new double[groups][4];
        int[] sizes = new int[groups];
        for (int i = 0; i < values.length; i++) {
            int group = groupOf.applyAsInt(i);
            if (sizes[group] == members[group].length) {
                members[group] = Arrays.copyOf(members[group], 2 * sizes[group]);
            }
            members[group][sizes[group]++] = values[i];
        }
        double[] effects = shrunk(members, sizes);
        for (int slot = 0; slot < offsets.length; slot++) {
            offsets[slot] += (float) effects[groupOfSlot.applyAsInt(slot)];
        }
        for (int i = 0; i < left.length; i++) {
            left[i] -= effects[groupOf.applyAsInt(i)];
        }
    }

    private double[] shrunk(double[][] members, int[] sizes) {
        double[] effects = new double[members.length];
        double signal = 0;
        double noise = 0;
        for (int group = 0; group < members.length; group++) {
            if (sizes[group] >= FEWEST_DAYS) {
                effects[group] = median(members[group], sizes[group]);
                signal += effects[group] * effects[group];
                noise += variance(members[group], sizes[group]) * Math.PI / 2 / independent(sizes[group]);
            }
        }
        double kept = signal <= 0 ? 0 : Math.max(0, 1 - noise / signal);
        for (int group = 0; group < effects.length; group++) {
            effects[group] *= kept;
        }
        return effects;
    }

    /** Values of one group lie a day apart, unless there are more of them than days: neighbours say the same in part. */
    private double independent(int size) {
        double days = (double) history.size() / WeekClock.HOURS;
        return size <= days + 1 ? size : size / 2.0;
    }

    /** Each hour with its neighbours in time. */
    private double[] smoothed() {
        double[] smoothed = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = Math.max(0, i - 2); j <= Math.min(left.length - 1, i + 2); j++) {
                int apart = history.hours()[j] - history.hours()[i];
                if (Math.abs(apart) <= 2) {
                    double weight = SMOOTH[apart + 2];
                    sum += weight * left[j];
                    weights += weight;
                }
            }
            smoothed[i] = sum / weights;
        }
        return smoothed;
    }

    private static double median(double[] values, int size) {
        Arrays.sort(values, 0, size);
        return size % 2 == 1 ? values[size / 2] : (values[size / 2 - 1] + values[size / 2]) / 2;
    }

    private static double variance(double[] values, int size) {
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += values[i] / size;
        }
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return squares / (size - 1);
    }
}
