package io.satisflow.satisfaction.period;

import io.satisflow.satisfaction.tally.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Sums of stretches that begin with a day: whole months are read as one, so that a year costs about as much as a month does. Until
 * when a stretch reaches is told in slots of its last day.
 */
public final class PeriodSums {
    private final PeriodSettings settings;
    private final DayStore store;

    public PeriodSums(PeriodSettings settings, DayStore store) {
        this.settings = settings;
        this.store = store;
    }

    /** How a period stands at an instant. */
    public PeriodStanding at(Period period, Instant to) throws Exception {
        LocalDate start = period.startOf(lastDay(to), settings.firstOfWeek());
        Instant from = settings.startOf(start);
        Instant end = settings.startOf(period.next(start));
        LocalDate before = period.before(start);
        LocalDate yearBefore = period.yearBefore(start);
        return new PeriodStanding(
                period,
                from,
                to,
                end,
                between(start, to),
                between(before, asFar(period, before, start, to)),
                between(yearBefore, asFar(period, yearBefore, start, to)));
    }

    /** What reaches up to midnight ends with the day before. */
    private LocalDate lastDay(Instant to) {
        return settings.dayOf(to.minusMillis(1));
    }

    /** The instant as many days and as much time into another period; not after its end, should it be shorter. */
    private Instant asFar(Period period, LocalDate otherStart, LocalDate start, Instant to) {
        LocalDate today = lastDay(to);
        LocalDate day = otherStart.plusDays(today.toEpochDay() - start.toEpochDay());
        Duration intoTheDay = Duration.between(settings.startOf(today), to);
        Instant asFar = settings.startOf(day).plus(intoTheDay);
        Instant nextDay = settings.startOf(day.plusDays(1));
        Instant end = settings.startOf(period.next(otherStart));
        boolean isWholeDay = to.equals(settings.startOf(today.plusDays(1)));
        Instant within = asFar.isBefore(nextDay) && !isWholeDay ? asFar : nextDay;
        return within.isBefore(end) ? within : end;
    }

    private Tallies between(LocalDate first, Instant to) throws Exception {
        LocalDate last = settings.dayOf(to);
        Tallies sum = Tallies.NOTHING;
        LocalDate day = first;
        while (day.isBefore(last)) {
            LocalDate nextMonth = day.withDayOfMonth(1).plusMonths(1);
            if (day.getDayOfMonth() == 1 && !nextMonth.isAfter(last)) {
                sum = sum.plus(store.month(day));
                day = nextMonth;
            } else {
                sum = sum.plus(sum(store.day(day).values()));
                day = day.plusDays(1);
            }
        }
        // Slots that begin before the end; an end is always where a slot ends, or the day.
        int slot = (int)
                Math.ceil((double) Duration.between(settings.startOf(last), to).toMillis()
                        / settings.step().toMillis());
        return sum.plus(sum(store.day(last).headMap(slot).values()));
    }

    private static Tallies sum(Iterable<Tallies> all) {
        Tallies sum = Tallies.NOTHING;
        for (Tallies each : all) {
            sum = sum.plus(each);
        }
        return sum;
    }
}
