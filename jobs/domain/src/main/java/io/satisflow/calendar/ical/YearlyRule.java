package io.satisflow.calendar.ical;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same date each year. Other rules are refused rather than guessed: a feed that says "the fourth Thursday" is better
 * asked for the dates.
 *
 * @param interval in years
 * @param count of occurrences, the first included; empty when it is not bounded so
 * @param until the last day on which one may begin; null when it is not bounded so
 */
record YearlyRule(int interval, OptionalInt count, @Nullable LocalDate until) {

    static YearlyRule parse(String text, LocalDate first) {
        Map<String, String> parts = new TreeMap<>();
        Arrays.stream(text.split(";", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> parts.put(part[0].toUpperCase(Locale.ROOT), part[1]));
        String frequency = parts.remove("FREQ");
        parts.remove("WKST");
        parts.remove("BYMONTH", String.valueOf(first.getMonthValue()));
        parts.remove("BYMONTHDAY", String.valueOf(first.getDayOfMonth()));
        YearlyRule rule = new YearlyRule(
                number(parts, "INTERVAL").orElse(1), number(parts, "COUNT"), until(parts.remove("UNTIL")));
        if (!"YEARLY".equalsIgnoreCase(frequency) || !parts.isEmpty() || rule.interval < 1) {
            throw new UnusableEventException(
                    "it comes again by RRULE:%s; only FREQ=YEARLY on the same date, with INTERVAL, COUNT or UNTIL, is known here"
                            .formatted(text));
        }
        return rule;
    }

    boolean isEndless() {
        return count.isEmpty() && until == null;
    }

    /** The first days of all occurrences up to the end of a year; February 29 comes in leap years only. */
    Stream<LocalDate> occurrences(LocalDate first, int lastYear) {
        return IntStream.iterate(0, years -> first.getYear() + years <= lastYear, years -> years + interval)
                .mapToObj(first::plusYears)
                .filter(day -> day.getDayOfMonth() == first.getDayOfMonth())
                .limit(count.orElse(Integer.MAX_VALUE))
                .takeWhile(day -> until == null || !day.isAfter(until));
    }

    private static OptionalInt number(Map<String, String> parts, String name) {
        String text = parts.remove(name);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new UnusableEventException("%s=%s is not a number from 1 on".formatted(name, text));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static @Nullable LocalDate until(@Nullable String text) {
        return text == null ? null : WholeDays.date(text.replaceFirst("T.*", ""));
    }
}
