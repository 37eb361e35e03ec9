package io.satisflow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * What a calendar makes of a month, so that a person can check it.
 *
 * @param days from the first to the last
 */
public record CalendarMonth(YearMonth month, List<Day> days) {

    /**
     * A local day.
     *
     * @param hours as they are read off the clock
     * @param worked how long they last, which differs where the clocks change in them
     * @param note why the day differs from its week
     * @param change of the clocks on this day
     */
    public record Day(
            LocalDate date,
            DayHours hours,
            Duration worked,
            Optional<String> note,
            Optional<ZoneOffsetTransition> change) {}

    public CalendarMonth {
        days = List.copyOf(days);
    }

    public static CalendarMonth of(NamedCalendar named, YearMonth month) {
        return new CalendarMonth(
                month,
                month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .map(date -> day(named, date))
                        .toList());
    }

    public Duration worked() {
        return days.stream().map(Day::worked).reduce(Duration.ZERO, Duration::plus);
    }

    private static Day day(NamedCalendar named, LocalDate date) {
        BusinessCalendar calendar = named.calendar();
        Instant from = date.atStartOfDay(calendar.zone()).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        return new Day(
                date,
                calendar.hoursOf(date),
                calendar.elapsed(from, to),
                named.note(date),
                change(calendar.zone(), from, to));
    }

    private static Optional<ZoneOffsetTransition> change(ZoneId zone, Instant from, Instant to) {
        return Optional.ofNullable(zone.getRules().nextTransition(from.minusNanos(1)))
                .filter(transition -> transition.getInstant().isBefore(to));
    }
}
