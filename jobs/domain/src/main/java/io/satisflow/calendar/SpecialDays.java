package io.satisflow.calendar;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The days of a calendar that differ from its week, being gathered: what comes later wins, but within sets a holiday does. */
final class SpecialDays {
    private final WeeklyHours week;
    private final SortedMap<LocalDate, DayHours> hours = new TreeMap<>();
    private final SortedMap<LocalDate, String> notes = new TreeMap<>();
    private final SortedMap<String, SortedSet<Integer>> sets = new TreeMap<>();

    SpecialDays(WeeklyHours week) {
        this.week = week;
    }

    void addSet(String name, HolidaySet set) {
        set.makeUpDays().forEach((day, what) -> {
            if (hours.putIfAbsent(day, week.onMakeUpDay(day.getDayOfWeek())) == null) {
                notes.put(day, what.isEmpty() ? "make-up workday" : "make-up workday: " + what);
            }
        });
        set.holidays().forEach((day, what) -> {
            hours.put(day, DayHours.NONE);
            notes.put(day, what.isEmpty() ? "holiday" : what);
        });
        sets.put(name, set.years());
    }

    void addHoliday(LocalDate day) {
        hours.put(day, DayHours.NONE);
        notes.putIfAbsent(day, "holiday");
    }

    void addShift(LocalDate day, DayHours shift) {
        hours.put(day, shift);
        notes.merge(day, "shift", (what, own) -> what + ", " + own);
    }

    SortedMap<LocalDate, DayHours> hours() {
        return hours;
    }

    SortedMap<LocalDate, String> notes() {
        return notes;
    }

    SortedMap<String, SortedSet<Integer>> sets() {
        return sets;
    }
}
