package io.satisflow.calendar.ical;

import io.satisflow.calendar.HolidaySet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days off and make-up days of a feed.
 *
 * @param days all days in their order, with what each is taken for and why
 * @param unusable events without a usable day, in the order of the feed
 * @param unreadable lines that the format does not allow: the number and what is wrong
 */
public record HolidayFeed(List<Day> days, List<Unusable> unusable, List<String> unreadable) {

    /**
     * A day of an event.
     *
     * @param name of the event
     * @param why it is taken for that
     * @param place where alone it holds; empty when it holds everywhere
     */
    public record Day(LocalDate date, String name, DayKind kind, String why, String place) {}

    /** An event that gives no day. */
    public record Unusable(String name, String reason) {}

    /** Years, both included. */
    public record Years(int first, int last) {}

    public HolidayFeed {
        days = List.copyOf(days);
        unusable = List.copyOf(unusable);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * @param years only these; null for all that the feed has, in which case what goes on for ever gives no day
     * @throws IcalException when it is no iCalendar
     */
    public static HolidayFeed read(String text, DayWords words, @Nullable Years years) {
        return new FeedReading(FeedFile.read(text), words, years).feed();
    }

    /** A set for each year in which there are days off or make-up days. */
    public SortedMap<Integer, HolidaySet> byYear() {
        Map<LocalDate, String> off = named(DayKind.DAY_OFF);
        Map<LocalDate, String> makeUp = named(DayKind.MAKE_UP_DAY);
        TreeSet<Integer> years = new TreeSet<>();
        off.keySet().forEach(day -> years.add(day.getYear()));
        makeUp.keySet().forEach(day -> years.add(day.getYear()));
        SortedMap<Integer, HolidaySet> byYear = new TreeMap<>();
        years.forEach(year ->
                byYear.put(year, new HolidaySet(in(year, off), in(year, makeUp), new TreeSet<>(List.of(year)))));
        return byYear;
    }

    private Map<LocalDate, String> named(DayKind kind) {
        Map<LocalDate, String> named = new TreeMap<>();
        days.stream().filter(day -> day.kind() == kind).forEach(day -> named.putIfAbsent(day.date(), day.name()));
        return named;
    }

    private static Map<LocalDate, String> in(int year, Map<LocalDate, String> days) {
        Map<LocalDate, String> ofYear = new TreeMap<>(days);
        ofYear.keySet().removeIf(day -> day.getYear() != year);
        return ofYear;
    }
}
