package io.satisflow.satisfaction.period;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Which periods are told, in whose days.
 *
 * @param zone in which days begin
 * @param step how often they are told while something changes: whole minutes that divide a day
 */
public record PeriodSettings(ZoneId zone, DayOfWeek firstOfWeek, List<Period> periods, Duration step)
        implements Serializable {
    /** How late something may become known and still be counted: longer than the month before and what is looked at for 30 days. */
    public static final Duration CORRECTED_FOR = Duration.ofDays(62);

    /** @throws IllegalArgumentException when the step does not divide a day */
    public PeriodSettings {
        periods = List.copyOf(periods);
        if (step.toMinutes() < 5 || Duration.ofDays(1).toMillis() % step.toMillis() != 0) {
            throw new IllegalArgumentException("a step of periods divides a day, such as 15m or 1h");
        }
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The place of an instant within its day: how many whole steps have passed since the day began, clocks changed or not. */
    public int slotOf(Instant instant) {
        return (int) (Duration.between(startOf(dayOf(instant)), instant).toMillis() / step.toMillis());
    }

    /** The first instant of the step that an instant falls into. */
    public Instant startOfSlot(Instant instant) {
        return startOf(dayOf(instant)).plus(step.multipliedBy(slotOf(instant)));
    }

    /** The first instant, not before this one, at which periods may be told: whole steps after the beginning of a day. */
    public Instant boundary(Instant instant) {
        Instant start = startOf(dayOf(instant));
        long steps = -Math.floorDiv(-Duration.between(start, instant).toMillis(), step.toMillis());
        Instant boundary = start.plusMillis(steps * step.toMillis());
        Instant nextDay = startOf(dayOf(instant).plusDays(1));
        return boundary.isBefore(nextDay) ? boundary : nextDay;
    }
}
