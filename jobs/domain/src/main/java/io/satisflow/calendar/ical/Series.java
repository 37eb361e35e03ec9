package io.satisflow.calendar.ical;

import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceProperty;
import biweekly.property.RecurrenceRule;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIterator;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateTimeValueImpl;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.DateValueImpl;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The first days of all instances of an event: its rules and dates less what is excepted. */
final class Series {
    private static final int MOST_INSTANCES = 20_000;
    private static final TimeZone AS_WRITTEN = TimeZone.getTimeZone("UTC");

    private final FeedEvent event;
    private final FeedTime start;
    private final LocalDate last;

    private Series(FeedEvent event, LocalDate last) {
        this.event = event;
        this.start = event.start();
        this.last = last;
    }

    /**
     * @param last no later instance
     * @throws UnusableEventException when a date cannot be read, or it comes so often that it cannot be a holiday
     */
    static SortedSet<LocalDate> of(FeedEvent event, LocalDate last) {
        return new Series(event, last).days();
    }

    /** Whether it comes again without an end. */
    static boolean isEndless(FeedEvent event) {
        return rules(event, RecurrenceRule.class).anyMatch(rule -> rule.getCount() == null && rule.getUntil() == null);
    }

    private SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        List<Recurrence> rules = rules(event, RecurrenceRule.class).toList();
        if (rules.isEmpty()) {
            days.add(start.day());
        }
        rules.forEach(rule -> days.addAll(instances(rule)));
        event.source().getRecurrenceDates().forEach(dates -> {
            dates.getDates()
                    .forEach(date -> days.add(FeedTime.of(date, event.home()).day()));
            dates.getPeriods()
                    .forEach(period -> days.add(
                            FeedTime.of(period.getStartDate(), event.home()).day()));
        });
        rules(event, ExceptionRule.class).forEach(rule -> days.removeAll(instances(rule)));
        event.source().getExceptionDates().stream()
                .flatMap(dates -> dates.getValues().stream())
                .forEach(date -> days.remove(FeedTime.of(date, event.home()).day()));
        return days.headSet(last.plusDays(1));
    }

    private SortedSet<LocalDate> instances(Recurrence rule) {
        SortedSet<LocalDate> days = new TreeSet<>();
        LocalDate until = until(rule);
        Recurrence endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        RecurrenceIterator dates =
                RecurrenceIteratorFactory.createRecurrenceIterator(endless, startValue(), AS_WRITTEN);
        for (int instances = 0; dates.hasNext(); instances++) {
            DateValue date = dates.next();
            LocalDate day = LocalDate.of(date.year(), date.month(), date.day());
            if (day.isAfter(until)) {
                break;
            }
            if (instances == MOST_INSTANCES) {
                throw new UnusableEventException("it comes more than %d times".formatted(MOST_INSTANCES));
            }
            days.add(day);
        }
        return days;
    }

    /** By the day: the library would compare instants, which differ with the time zone of the machine. */
    private LocalDate until(Recurrence rule) {
        LocalDate until = Optional.ofNullable(rule.getUntil())
                .map(date -> FeedTime.of(date, event.home()).day())
                .orElse(last);
        return until.isBefore(last) ? until : last;
    }

    private DateValue startValue() {
        LocalDate day = start.day();
        return start.dateOnly()
                ? new DateValueImpl(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
                : new DateTimeValueImpl(
                        day.getYear(),
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        start.at().getHour(),
                        start.at().getMinute(),
                        start.at().getSecond());
    }

    private static Stream<Recurrence> rules(FeedEvent event, Class<? extends RecurrenceProperty> kind) {
        return event.source().getProperties(kind).stream()
                .map(property -> property.getValue())
                .filter(Objects::nonNull);
    }
}
