package io.satisflow.calendar;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a team works: weekly hours in its time zone, and the days that differ.
 *
 * <p>Local times become instants as java.time has it: a time that daylight saving skips moves forward by the length
 * of the gap, a time that it repeats is the first of the two. Answers are exact; days are walked one by one, so a
 * question about a year costs about a tenth of a millisecond.
 *
 * @param zone where the hours are read off the clock
 * @param week the hours of an ordinary week
 * @param specialDays days whose hours replace those of the week; a holiday is a day without any
 */
public record BusinessCalendar(ZoneId zone, WeeklyHours week, Map<LocalDate, DayHours> specialDays)
        implements Serializable {

    /** Time as it passes on the wall: every hour of every day. */
    public static final BusinessCalendar ALWAYS =
            new BusinessCalendar(ZoneOffset.UTC, WeeklyHours.ROUND_THE_CLOCK, Map.of());

    private static final int HORIZON_IN_YEARS = 100;
    private static final Duration HORIZON = Duration.ofDays(HORIZON_IN_YEARS * 365L);

    /** @throws IllegalArgumentException when no day of the week has hours: nothing would ever be due */
    public BusinessCalendar {
        if (week.isEmpty()) {
            throw new IllegalArgumentException(
                    "no day of the week has working time; give at least one day hours, such as mon-fri: 09:00-18:00");
        }
        specialDays = new TreeMap<>(specialDays);
    }

    /**
     * The earliest instant at which so much working time has passed since the start. What is used up exactly at
     * closing is due at closing, not at the next opening.
     *
     * @throws IllegalArgumentException when that takes more than a hundred years
     */
    public Instant due(Instant start, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("working time cannot be negative, but was " + workingTime);
        }
        if (workingTime.compareTo(HORIZON) > 0) {
            throw beyondHorizon(workingTime, start);
        }
        if (workingTime.isZero() || isAlways()) {
            return start.plus(workingTime);
        }
        Duration left = workingTime;
        Instant counted = start;
        LocalDate horizon = dayOf(start).plusYears(HORIZON_IN_YEARS);
        for (LocalDate day = dayOf(start).minusDays(1); day.isBefore(horizon); day = day.plusDays(1)) {
            for (Stretch stretch : stretchesOf(day)) {
                Stretch worked = stretch.within(counted, Instant.MAX);
                if (worked.length().compareTo(left) >= 0) {
                    return worked.from().plus(left);
                }
                left = left.minus(worked.length());
                counted = later(counted, worked.to());
            }
        }
        throw beyondHorizon(workingTime, start);
    }

    /** The working time between two instants. */
    public Duration elapsed(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("%s lies before %s".formatted(to, from));
        }
        if (isAlways()) {
            return Duration.between(from, to);
        }
        Duration sum = Duration.ZERO;
        Instant counted = from;
        // A day more at both ends: zones have moved whole days forward, and midnight back.
        LocalDate last = dayOf(to).plusDays(1);
        for (LocalDate day = dayOf(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretchesOf(day)) {
                Stretch worked = stretch.within(counted, to);
                sum = sum.plus(worked.length());
                counted = later(counted, worked.to());
            }
        }
        return sum;
    }

    /**
     * How much working time {@code days} workdays from this start are: the time up to the same local time so many
     * working days later. What arrives outside of hours counts as arrived at the next opening, so two workdays from a
     * Saturday end on Tuesday evening. The result is working time, so a pause adds the working time inside it.
     */
    public Duration workdays(Instant start, int days) {
        ZonedDateTime opening = nextWorkingInstant(start).atZone(zone);
        LocalDate day = opening.toLocalDate();
        int left = days;
        LocalDate horizon = day.plusYears(HORIZON_IN_YEARS);
        while (left > 0) {
            day = day.plusDays(1);
            if (day.isAfter(horizon)) {
                throw new IllegalArgumentException("%d workdays from %s take more than %d years; shorten them"
                        .formatted(days, start, HORIZON_IN_YEARS));
            }
            left -= hoursOf(day).isEmpty() ? 0 : 1;
        }
        return elapsed(start, day.atTime(opening.toLocalTime()).atZone(zone).toInstant());
    }

    /** This instant when it is working time, else the next opening. */
    public Instant nextWorkingInstant(Instant at) {
        // The shortest working time there is ends right after the instant that is sought.
        return due(at, Duration.ofNanos(1)).minusNanos(1);
    }

    /** The hours of a local day. */
    public DayHours hoursOf(LocalDate day) {
        DayHours special = specialDays.get(day);
        return special == null ? week.on(day.getDayOfWeek()) : special;
    }

    private static IllegalArgumentException beyondHorizon(Duration workingTime, Instant start) {
        return new IllegalArgumentException(
                "%s of working time from %s takes more than %d years; shorten it or give the calendar more hours"
                        .formatted(workingTime, start, HORIZON_IN_YEARS));
    }

    private boolean isAlways() {
        return specialDays.isEmpty() && week.equals(WeeklyHours.ROUND_THE_CLOCK);
    }

    /** In the order of time; daylight saving may make them overlap, so callers go on from where they have counted to. */
    private List<Stretch> stretchesOf(LocalDate day) {
        List<WorkingPeriod> periods = hoursOf(day).periods();
        List<Stretch> stretches = new ArrayList<>(periods.size());
        for (WorkingPeriod period : periods) {
            stretches.add(new Stretch(instant(day, period.from()), instant(day, period.to())));
        }
        if (stretches.size() > 1) {
            stretches.sort(Comparator.comparing(Stretch::from));
        }
        return stretches;
    }

    private Instant instant(LocalDate day, int minute) {
        LocalDate date = minute == WorkingPeriod.MINUTES_OF_A_DAY ? day.plusDays(1) : day;
        LocalTime time = LocalTime.ofSecondOfDay(minute % WorkingPeriod.MINUTES_OF_A_DAY * 60L);
        return date.atTime(time).atZone(zone).toInstant();
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
