package io.satisflow.calendar;

import io.satisflow.config.ConfigNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        return readWithNames(root).calendar();
    }

    /** @throws io.satisflow.config.ConfigException with everything that is wrong in it */
    public NamedCalendar readWithNames(ConfigNode root) {
        root.allowOnly("zone", "hours", "breaks", "holidays", "shifts");
        WeeklyHours week = week(root);
        SpecialDays days = new SpecialDays(week);
        root.find("holidays").ifPresent(holidays -> addHolidays(holidays, days));
        root.find("shifts").ifPresent(shifts -> addShifts(shifts, week, days));
        ConfigNode zone = root.require("zone");
        return root.build(() ->
                new NamedCalendar(new BusinessCalendar(zone.zone(), week, days.hours()), days.notes(), days.sets()));
    }

    private static WeeklyHours week(ConfigNode root) {
        Map<DayOfWeek, DayHours> days = new EnumMap<>(WeekKeys.read(root.require("hours")));
        root.find("breaks")
                .map(WeekKeys::read)
                .ifPresent(breaks -> breaks.forEach(
                        (day, pauses) -> days.computeIfPresent(day, (sameDay, hours) -> hours.without(pauses))));
        return new WeeklyHours(days);
    }

    private void addHolidays(ConfigNode holidays, SpecialDays days) {
        // Dates beat sets, wherever they stand in the list.
        List<LocalDate> dated = new ArrayList<>();
        ConfigNode.readEach(holidays.itemsOrSingle(), item -> {
            if (DATE.matcher(item.text()).matches()) {
                dated.add(item.date());
            } else {
                days.addSet(item.text(), setNamed(item));
            }
            return item;
        });
        dated.forEach(days::addHoliday);
    }

    private HolidaySet setNamed(ConfigNode item) {
        return holidaySets
                .apply(item.text())
                .orElseThrow(() -> item.problem(
                        "no holidays are named \"%s\"; write a date such as 2026-10-01, or a set that has a file NAME-YEAR.yaml"
                                .formatted(item.text())));
    }

    private static void addShifts(ConfigNode shifts, WeeklyHours week, SpecialDays days) {
        ConfigNode.readEach(shifts.entries().entrySet(), entry -> {
            LocalDate day = DateKey.of(entry);
            days.addShift(day, hoursOfShift(day, entry.getValue(), week));
            return day;
        });
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
