package io.satisflow.alerts.route;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;

/**
 * A time that comes again each week, such as nights.
 *
 * @param days on which it begins
 * @param from of the day
 * @param until of the same day, or of the next if it is not after {@code from}
 */
public record TimeInterval(String name, ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime until)
        implements Serializable {
    private static final Duration LONGEST = Duration.ofDays(8);

    public TimeInterval {
        days = new TreeSet<>(days);
    }

    public boolean holds(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = !until.isAfter(from);
        boolean begun =
                days.contains(local.getDayOfWeek()) && !time.isBefore(from) && (overnight || time.isBefore(until));
        boolean goesOn = overnight && days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(until);
        return begun || goesOn;
    }

    /** The first whole minute after an instant at which it holds, or does not hold, as asked; a week later if there is none. */
    Instant next(Instant after, boolean holding) {
        Instant minute = Instant.ofEpochSecond(Math.floorDiv(after.getEpochSecond(), 60L) * 60 + 60);
        Instant last = after.plus(LONGEST);
        while (minute.isBefore(last) && holds(minute) != holding) {
            minute = minute.plusSeconds(60);
        }
        return minute;
    }
}
