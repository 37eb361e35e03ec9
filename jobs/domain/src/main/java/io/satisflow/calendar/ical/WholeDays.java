package io.satisflow.calendar.ical;

import biweekly.util.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** How many whole days an event takes. */
final class WholeDays {
    private static final int LONGEST = 31;

    private WholeDays() {}

    /**
     * Dates, and times from one midnight to another, by whatever kind of end the feed writes.
     *
     * @throws UnusableEventException when it takes a part of a day, or longer than any holiday
     */
    static int of(FeedEvent event) {
        FeedTime start = event.start();
        if (!start.isMidnight()) {
            throw partOfADay();
        }
        Optional<FeedTime> end = event.end().or(() -> duration(event).map(length -> after(start, length)));
        if (!start.dateOnly()) {
            FeedTime last = end.orElseThrow(WholeDays::partOfADay);
            if (!last.isMidnight() && !last.isLastMinute()) {
                throw partOfADay();
            }
        }
        long days = end.map(each -> each.dayAfter().toEpochDay() - start.day().toEpochDay())
                .orElse(1L);
        if (days < 0 || days > LONGEST) {
            throw new UnusableEventException("it lasts %d days, which no holiday does".formatted(days));
        }
        // Some feeds end a day on itself, or a second after its beginning in another time zone.
        return Math.max(1, (int) days);
    }

    private static Optional<Duration> duration(FeedEvent event) {
        return Optional.ofNullable(event.source().getDuration()).map(property -> property.getValue());
    }

    private static FeedTime after(FeedTime start, Duration length) {
        LocalDateTime end = start.at().plusSeconds(length.toMillis() / 1000);
        if (start.dateOnly() && !new FeedTime(end, false).isMidnight()) {
            throw new UnusableEventException("its duration %s is not one of whole days".formatted(length));
        }
        return new FeedTime(end, start.dateOnly());
    }

    private static UnusableEventException partOfADay() {
        return new UnusableEventException("it has a time of day; only whole days are days off");
    }
}
