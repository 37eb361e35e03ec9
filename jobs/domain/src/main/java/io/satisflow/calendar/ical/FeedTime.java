package io.satisflow.calendar.ical;

import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date or a time of a feed, by the clock on the wall where the feed is at home. It is made of what is written, never of
 * an instant: a day off is a date, and must not move with the time zone of the machine that reads it.
 *
 * @param at midnight where only a date is written
 * @param dateOnly whether only a date is written
 */
record FeedTime(LocalDateTime at, boolean dateOnly) {
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /**
     * @param home in which times in UTC are meant; empty when the feed does not say, so that they stay as written
     * @throws UnusableEventException when there is no such date, such as 31 June
     */
    static FeedTime of(ICalDate date, Optional<ZoneId> home) {
        DateTimeComponents raw = date.getRawComponents();
        if (raw == null) {
            throw new UnusableEventException("a date of it cannot be read");
        }
        try {
            LocalDate day = LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
            if (!raw.hasTime()) {
                return new FeedTime(day.atStartOfDay(), true);
            }
            LocalDateTime written = day.atTime(raw.getHour(), raw.getMinute(), Math.min(raw.getSecond(), 59));
            LocalDateTime local = raw.isUtc() && home.isPresent()
                    ? written.atOffset(ZoneOffset.UTC)
                            .atZoneSameInstant(home.get())
                            .toLocalDateTime()
                    : written;
            return new FeedTime(local, false);
        } catch (DateTimeException e) {
            throw new UnusableEventException("\"%s\" is no date there is".formatted(raw));
        }
    }

    LocalDate day() {
        return at.toLocalDate();
    }

    boolean isMidnight() {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** As the end of whole days: the first day after them. 23:59 is how some programs write midnight. */
    LocalDate dayAfter() {
        return isLastMinute() ? day().plusDays(1) : day();
    }

    boolean isLastMinute() {
        return !dateOnly && !at.toLocalTime().isBefore(LAST_MINUTE);
    }
}
