package io.satisflow.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The public holidays that calendars share by name, such as {@code cn}.
 *
 * @param holidays days off, each with its name, or an empty one
 * @param makeUpDays days that are worked to make up for holidays, although the week says otherwise, each with the name of
 *     what it makes up for
 * @param years of which anything is known; of another, nobody can say that it has no holidays
 */
public record HolidaySet(Map<LocalDate, String> holidays, Map<LocalDate, String> makeUpDays, SortedSet<Integer> years) {
    public HolidaySet {
        holidays = new TreeMap<>(holidays);
        makeUpDays = new TreeMap<>(makeUpDays);
        years = new TreeSet<>(years);
    }
}
