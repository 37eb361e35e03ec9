package io.satisflow.calendar.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole days that an event takes.
 *
 * @param first of its first occurrence
 * @param length in days, at least 1
 * @param rule by which it comes again; empty when it does not
 * @param except first days of occurrences that are left out
 */
record WholeDays(LocalDate first, Period length, Optional<YearlyRule> rule, Set<LocalDate> except) {
    private static final int LONGEST_DAYS = 31;

    /** @throws UnusableEventException when it has a time of day, or comes again in a way that is not known here */
    static WholeDays of(IcalEvent event) {
        LocalDate first = event.find("DTSTART")
                .map(WholeDays::date)
                .orElseThrow(() -> new UnusableEventException("it has no DTSTART"));
        if (!event.all("RDATE").isEmpty()) {
            throw new UnusableEventException("RDATE is not known here; write a date of its own for each");
        }
        Set<LocalDate> except = event.all("EXDATE").stream()
                .flatMap(line -> Arrays.stream(line.value().split(",", -1)))
                .map(WholeDays::date)
                .collect(Collectors.toCollection(TreeSet::new));
        return new WholeDays(
                first,
                length(event, first),
                event.find("RRULE").map(line -> YearlyRule.parse(line.value(), first)),
                except);
    }

    /** All days of it that fall into these years. */
    Stream<LocalDate> days(int firstYear, int lastYear) {
        return rule.map(each -> each.occurrences(first, lastYear))
                .orElseGet(() -> Stream.of(first))
                .filter(begin -> !except.contains(begin))
                .flatMap(begin -> begin.datesUntil(begin.plus(length)))
                .filter(day -> day.getYear() >= firstYear && day.getYear() <= lastYear);
    }

    /** Whether it comes again without an end. */
    boolean isEndless() {
        return rule.filter(YearlyRule::isEndless).isPresent();
    }

    private static Period length(IcalEvent event, LocalDate first) {
        Period length = event.find("DTEND")
                .map(end -> Period.ofDays((int) (date(end).toEpochDay() - first.toEpochDay())))
                .or(() -> event.find("DURATION").map(WholeDays::duration))
                .orElse(Period.ofDays(1));
        if (length.getDays() < 0 || length.getDays() > LONGEST_DAYS) {
            throw new UnusableEventException("it lasts %d days, which no holiday does".formatted(length.getDays()));
        }
        // Some feeds end a day on itself.
        return length.isZero() ? Period.ofDays(1) : length;
    }

    private static Period duration(IcalLine line) {
        try {
            return Period.parse(line.value());
        } catch (DateTimeException e) {
            throw new UnusableEventException("its duration %s is not one of whole days".formatted(line.value()));
        }
    }

    private static LocalDate date(IcalLine line) {
        return date(line.value());
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new UnusableEventException(
                    text.contains("T")
                            ? "it has a time of day; only whole days are holidays"
                            : "\"%s\" is not a date, such as 20260101".formatted(text));
        }
    }
}
