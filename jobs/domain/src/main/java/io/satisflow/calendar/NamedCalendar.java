package io.satisflow.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A calendar with what people want to know of it besides the hours.
 *
 * @param notes why a day differs from its week: the holiday's name, what it makes up for
 * @param holidaySets the years that are known of each set that it uses, by name
 */
public record NamedCalendar(
        BusinessCalendar calendar,
        SortedMap<LocalDate, String> notes,
        SortedMap<String, SortedSet<Integer>> holidaySets) {

    public NamedCalendar {
        notes = new TreeMap<>(notes);
        holidaySets = new TreeMap<>(holidaySets);
    }

    public Optional<String> note(LocalDate day) {
        return Optional.ofNullable(notes.get(day));
    }
}
