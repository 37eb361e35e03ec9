package io.satisflow.drift.normal;

import io.satisflow.calendar.BusinessCalendar;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Which hour of which kind of day it is. Days off that fall on a weekday, such as holidays, have hours of their own.
 *
 * @param zone of the people who answer
 */
public record WeekClock(ZoneId zone, DaysOff daysOff) implements Serializable {
    /** Hours of Monday to Sunday, and those of days off in between. */
    static final int SLOTS = 8 * 24;

    static final int HOURS = 24;

    /** Saturdays and Sundays in UTC. */
    private static final DaysOff WEEKENDS = WeekClock::isWeekend;

    public static final WeekClock UTC = new WeekClock(ZoneOffset.UTC, WEEKENDS);

    /** Without a calendar: only weekends are off. */
    public static WeekClock of(ZoneId zone) {
        return new WeekClock(zone, WEEKENDS);
    }

    /** Tells days off from workdays. */
    @FunctionalInterface
    public interface DaysOff extends Serializable {
        boolean isDayOff(LocalDate date);
    }

    /** Days off are those without working hours: holidays too, but no make-up workday. */
    public static WeekClock of(ZoneId zone, BusinessCalendar calendar) {
        return new WeekClock(zone, date -> calendar.hoursOf(date).isEmpty());
    }

    public static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** 0 to 167 from Monday midnight on; 168 to 191 for the hours of a weekday that is off. */
    int slot(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        boolean holiday = !isWeekend(local.toLocalDate()) && daysOff.isDayOff(local.toLocalDate());
        int day = holiday ? 7 : local.getDayOfWeek().getValue() - 1;
        return day * HOURS + local.getHour();
    }

    /** A Saturday that is worked, as China's make-up days are, counts among the workdays. */
    boolean isDayOff(Instant instant) {
        return daysOff.isDayOff(instant.atZone(zone).toLocalDate());
    }
}
