package io.satisflow.drift.normal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How the hours of the last weeks stood against the level of their time.
 *
 * @param hours start of each hour in epoch hours, rising
 * @param slots of the hours by {@link WeekClock}, with 256 added on days off
 * @param distances mean distance of the hour's steps from the level then
 * @param openSum of the distances of the steps in the hour that has begun
 * @param openCount steps in that hour
 */
public record WeekHistory(int[] hours, short[] slots, float[] distances, long openHour, double openSum, int openCount) {
    static final WeekHistory NOTHING = new WeekHistory(new int[0], new short[0], new float[0], 0, 0, 0);

    private static final int OFF = 256;
    private static final int MOST = 672;
    private static final long LONGEST = Duration.ofDays(84).toHours();

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public WeekHistory {
        hours = hours == null ? new int[0] : hours;
        slots = slots == null ? new short[hours.length] : slots;
        distances = distances == null ? new float[0] : distances;
    }

    WeekHistory with(Instant from, double distance, WeekClock clock) {
        long hour = hour(from);
        if (openCount > 0 && hour == openHour) {
            return new WeekHistory(hours, slots, distances, hour, openSum + distance, openCount + 1);
        }
        WeekHistory closed = openCount == 0 ? this : closed(clock);
        return new WeekHistory(closed.hours, closed.slots, closed.distances, hour, distance, 1);
    }

    private WeekHistory closed(WeekClock clock) {
        int first = hours.length < MOST ? 0 : hours.length - MOST + 1;
        while (first < hours.length && hours[first] < openHour - LONGEST) {
            first++;
        }
        int kept = hours.length - first;
        int[] laterHours = Arrays.copyOfRange(hours, first, first + kept + 1);
        short[] laterSlots = Arrays.copyOfRange(slots, first, first + kept + 1);
        Instant start = Instant.ofEpochSecond(openHour * 3600);
        laterSlots[kept] = (short) (clock.slot(start) + (clock.isDayOff(start) ? OFF : 0));
        float[] laterDistances = Arrays.copyOfRange(distances, first, first + kept + 1);
        laterHours[kept] = (int) openHour;
        laterDistances[kept] = (float) (openSum / openCount);
        return new WeekHistory(laterHours, laterSlots, laterDistances, openHour, 0, 0);
    }

    /** With the distances from an instant on measured from another level. */
    WeekHistory lowered(Instant since, double by) {
        float[] lowered = distances.clone();
        for (int i = 0; i < lowered.length; i++) {
            if (hours[i] >= hour(since)) {
                lowered[i] -= (float) by;
            }
        }
        boolean open = openCount > 0 && openHour >= hour(since);
        return new WeekHistory(hours, slots, lowered, openHour, open ? openSum - by * openCount : openSum, openCount);
    }

    /** Whether so many days of a kind lie behind an instant. */
    boolean knowsDays(long days, boolean off, Instant now) {
        long known = 0;
        long dayEnds = Long.MIN_VALUE;
        for (int i = 0; i < hours.length && known < days; i++) {
            if (isDayOff(i) == off && hours[i] >= dayEnds) {
                dayEnds = hours[i] + WeekClock.HOURS - slot(i) % WeekClock.HOURS;
                known += dayEnds <= hour(now) ? 1 : 0;
            }
        }
        return known >= days;
    }

    /** Whether it began so long before an instant. */
    boolean reaches(Duration time, Instant now) {
        long first = hours.length > 0 ? hours[0] : openHour;
        return time.isZero() || (!isEmpty() && hour(now) - first >= time.toHours());
    }

    private boolean isEmpty() {
        return hours.length == 0 && openCount == 0;
    }

    int size() {
        return hours.length;
    }

    int slot(int i) {
        return slots[i] & (OFF - 1);
    }

    boolean isDayOff(int i) {
        return slots[i] >= OFF;
    }

    private static long hour(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 3600L);
    }
}
