package io.satisflow.calendar.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.RawProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events of a feed.
 *
 * @param unreadable lines that the format does not allow, each with its number
 */
record FeedFile(List<FeedEvent> events, List<String> unreadable) {
    private static final String BEGIN = "BEGIN:VCALENDAR";
    private static final String END = "END:VCALENDAR";
    private static final String HOME = "X-WR-TIMEZONE";
    private static final String ZONE = "VTIMEZONE";

    /** @throws IcalException when the text is not an iCalendar, or breaks off */
    static FeedFile read(String text) {
        String plain = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        if (!plain.regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
            throw new IcalException(1, "not an iCalendar file; it would begin with " + BEGIN);
        }
        if (!plain.regionMatches(true, plain.length() - END.length(), END, 0, END.length())) {
            throw new IcalException(
                    (int) plain.lines().count(), "the file is cut off; it would end with %s".formatted(END));
        }
        List<FeedEvent> events = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try (ICalReader reader = new ICalReader(plain)) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                Optional<ZoneId> home = home(calendar);
                TimezoneInfo zones = calendar.getTimezoneInfo();
                calendar.getEvents()
                        .forEach(event -> events.add(
                                FeedEvent.of(event, zone(event, zones).or(() -> home))));
                // Days are those that are written; in which zone, by a name of Windows or otherwise, changes none.
                reader.getWarnings().stream()
                        .filter(warning -> warning.getLineNumber() != null
                                || !warning.getMessage().contains(ZONE))
                        .forEach(warning -> unreadable.add(words(warning)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return new FeedFile(List.copyOf(events), List.copyOf(unreadable));
    }

    private static String words(ParseWarning warning) {
        String property = Optional.ofNullable(warning.getPropertyName()).orElse("this line");
        String line = warning.getLineNumber() == null ? "" : warning.getLineNumber() + ": ";
        return "%s%s cannot be used: %s".formatted(line, property, warning.getMessage());
    }

    /** In which the event itself is written. */
    private static Optional<ZoneId> zone(VEvent event, TimezoneInfo zones) {
        return Optional.ofNullable(event.getDateStart())
                .map(zones::getTimezone)
                .map(zone -> zone.getTimeZone().toZoneId());
    }

    private static Optional<ZoneId> home(ICalendar calendar) {
        return Optional.ofNullable(calendar.getExperimentalProperty(HOME))
                .map(RawProperty::getValue)
                .flatMap(name -> {
                    try {
                        return Optional.of(ZoneId.of(name.strip()));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                });
    }
}
