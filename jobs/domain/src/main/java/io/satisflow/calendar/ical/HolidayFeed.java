package io.satisflow.calendar.ical;

import io.satisflow.calendar.HolidaySet;
import io.satisflow.calendar.ical.DayWords.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The holidays of a feed.
 *
 * @param byYear a set for each year in which there are any
 * @param skipped what was left aside, in the order of the feed
 */
public record HolidayFeed(SortedMap<Integer, HolidaySet> byYear, List<Skipped> skipped) {

    /**
     * An event that was left aside.
     *
     * @param line where it begins
     * @param summary what it is called
     */
    public record Skipped(int line, String summary, String reason) {}

    /** Years, both included. */
    public record Years(int first, int last) {}

    public HolidayFeed {
        byYear = new TreeMap<>(byYear);
        skipped = List.copyOf(skipped);
    }

    /**
     * @param years only these; null for all that the feed has, in which case what goes on for ever is left aside
     * @throws IcalException when it is no iCalendar
     */
    public static HolidayFeed read(String text, DayWords words, @Nullable Years years) {
        List<IcalEvent> events = IcalEvent.read(text);
        Reading reading = new Reading(words.forFeed(events), years);
        events.forEach(reading::take);
        return reading.feed();
    }

    private static final class Reading {
        private final DayWords words;
        private final @Nullable Years years;
        private final Map<LocalDate, String> holidays = new TreeMap<>();
        private final Map<LocalDate, String> makeUpDays = new TreeMap<>();
        private final List<Skipped> skipped = new ArrayList<>();

        private Reading(DayWords words, @Nullable Years years) {
            this.words = words;
            this.years = years;
        }

        private void take(IcalEvent event) {
            try {
                Kind kind = words.kindOf(event);
                refuse(event, kind);
                WholeDays days = WholeDays.of(event);
                if (days.isEndless() && years == null) {
                    throw new UnusableEventException("it comes every year for ever; say for which with --years");
                }
                Map<LocalDate, String> kept = kind == Kind.MAKE_UP ? makeUpDays : holidays;
                Optional<Years> only = Optional.ofNullable(years);
                days.days(
                                only.map(Years::first).orElse(1),
                                only.map(Years::last).orElse(9999))
                        .forEach(day -> kept.putIfAbsent(day, event.summary()));
            } catch (UnusableEventException e) {
                skipped.add(new Skipped(event.line(), event.summary(), String.valueOf(e.getMessage())));
            }
        }

        private static void refuse(IcalEvent event, Kind kind) {
            if (kind == Kind.NEITHER) {
                throw new UnusableEventException("it is not marked as a day off; choose the words with --holiday");
            }
            if (event.find("STATUS")
                    .filter(status -> status.value().strip().equals("CANCELLED"))
                    .isPresent()) {
                throw new UnusableEventException("it was cancelled");
            }
        }

        private HolidayFeed feed() {
            // A day cannot be both; calendars would take it as a holiday.
            makeUpDays.keySet().removeAll(holidays.keySet());
            SortedMap<Integer, HolidaySet> byYear = new TreeMap<>();
            TreeSet<Integer> found = new TreeSet<>();
            holidays.keySet().forEach(day -> found.add(day.getYear()));
            makeUpDays.keySet().forEach(day -> found.add(day.getYear()));
            found.forEach(year -> byYear.put(
                    year, new HolidaySet(in(year, holidays), in(year, makeUpDays), new TreeSet<>(List.of(year)))));
            return new HolidayFeed(byYear, skipped);
        }

        private static Map<LocalDate, String> in(int year, Map<LocalDate, String> days) {
            Map<LocalDate, String> ofYear = new TreeMap<>(days);
            ofYear.keySet().removeIf(day -> day.getYear() != year);
            return ofYear;
        }
    }
}
