package io.satisflow.calendar;

import io.satisflow.config.ConfigNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Calendars as people write them: {@code zone}, weekly {@code hours}, {@code breaks} in them, {@code holidays} by date
 * or by the name of a set, and {@code shifts}, days with hours of their own.
 *
 * <p>Where they disagree, the more particular wins: a shift over a holiday, a date over a set, and within sets a
 * holiday over a make-up day. Breaks shorten the weekly hours; a shift is worked as written.
 */
public final class CalendarFile {
    private static final Pattern DATE = Pattern.compile("\\d.*");
    private static final String REGULAR = "regular";

    private final Function<String, Optional<HolidaySet>> holidaySets;

    /** @param holidaySets finds a set by its name, such as {@code cn} */
    public CalendarFile(Function<String, Optional<HolidaySet>> holidaySets) {
        this.holidaySets = holidaySets;
    }

    /** @throws io.satisflow.config.ConfigException with everything that is wrong in it */
    public BusinessCalendar read(ConfigNode root) {
        root.allowOnly("zone", "hours", "breaks", "holidays", "shifts");
        WeeklyHours week = week(root);
        Map<LocalDate, DayHours> specialDays = new TreeMap<>();
        root.find("holidays").ifPresent(holidays -> addHolidays(holidays, week, specialDays));
        root.find("shifts").ifPresent(shifts -> addShifts(shifts, week, specialDays));
        ConfigNode zone = root.require("zone");
        return root.build(() -> new BusinessCalendar(zone.zone(), week, specialDays));
    }

    private static WeeklyHours week(ConfigNode root) {
        Map<DayOfWeek, DayHours> days = new EnumMap<>(WeekKeys.read(root.require("hours")));
        root.find("breaks")
                .map(WeekKeys::read)
                .ifPresent(breaks -> breaks.forEach(
                        (day, pauses) -> days.computeIfPresent(day, (sameDay, hours) -> hours.without(pauses))));
        return new WeeklyHours(days);
    }

    private void addHolidays(ConfigNode holidays, WeeklyHours week, Map<LocalDate, DayHours> specialDays) {
        Map<LocalDate, DayHours> dated = new TreeMap<>();
        ConfigNode.readEach(holidays.itemsOrSingle(), item -> {
            if (DATE.matcher(item.text()).matches()) {
                return dated.put(item.date(), DayHours.NONE);
            }
            HolidaySet set = setNamed(item);
            set.makeUpDays().forEach(day -> specialDays.putIfAbsent(day, week.onMakeUpDay(day.getDayOfWeek())));
            set.holidays().forEach(day -> specialDays.put(day, DayHours.NONE));
            return set;
        });
        specialDays.putAll(dated);
    }

    private HolidaySet setNamed(ConfigNode item) {
        return holidaySets
                .apply(item.text())
                .orElseThrow(() -> item.problem(
                        "no holidays are named \"%s\"; write a date such as 2026-10-01, or a set that has a file NAME-YEAR.yaml"
                                .formatted(item.text())));
    }

    private static void addShifts(ConfigNode shifts, WeeklyHours week, Map<LocalDate, DayHours> specialDays) {
        ConfigNode.readEach(shifts.entries().entrySet(), entry -> {
            LocalDate day = date(entry.getKey(), entry.getValue());
            return specialDays.put(day, hoursOfShift(day, entry.getValue(), week));
        });
    }

    private static LocalDate date(String key, ConfigNode at) {
        try {
            return LocalDate.parse(key);
        } catch (DateTimeException e) {
            throw at.problem("\"%s\" is not a date; write one such as 2026-01-04".formatted(key));
        }
    }

    private static DayHours hoursOfShift(LocalDate day, ConfigNode hours, WeeklyHours week) {
        if (!hours.isScalar() || !hours.text().equals(REGULAR)) {
            return WeekKeys.periods(hours);
        }
        DayHours regular = week.on(day.getDayOfWeek());
        if (regular.isEmpty()) {
            throw hours.problem("%s is a %s, which has no regular hours; write them, such as [\"09:00-18:00\"]"
                    .formatted(day, day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
        }
        return regular;
    }
}
