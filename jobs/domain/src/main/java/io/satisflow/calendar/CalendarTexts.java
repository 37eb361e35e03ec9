package io.satisflow.calendar;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Calendars and the holidays they use as texts, so that one program can hand them to another, which need not have the
 * same files.
 *
 * @param calendars by name, as YAML
 * @param holidays by name and year, such as {@code cn-2026}, as YAML
 */
public record CalendarTexts(SortedMap<String, String> calendars, SortedMap<String, String> holidays) {
    private static final Pattern NAME_AND_YEAR = Pattern.compile("(.+)-(\\d{4})");

    public CalendarTexts {
        calendars = new TreeMap<>(calendars);
        holidays = new TreeMap<>(holidays);
    }

    /**
     * @param calendars as they were written, by name
     * @param sets finds the holidays that they name
     */
    static CalendarTexts of(SortedMap<String, String> calendars, HolidaySets sets) {
        SortedMap<String, String> holidays = new TreeMap<>();
        CalendarFile reader = new CalendarFile(name -> {
            Optional<HolidaySet> found = sets.find(name);
            found.ifPresent(set ->
                    set.years().forEach(year -> holidays.put("%s-%d".formatted(name, year), textOf(set, year))));
            return found;
        });
        calendars.forEach((name, text) -> reader.read(ConfigFile.parse(name, text)));
        return new CalendarTexts(calendars, holidays);
    }

    /** @throws io.satisflow.config.ConfigException with what is wrong in all of them */
    public Map<String, BusinessCalendar> read() {
        CalendarFile reader = new CalendarFile(this::holidaySet);
        Map<String, BusinessCalendar> read = new TreeMap<>();
        ConfigNode.readEach(
                calendars.entrySet(),
                entry -> read.put(entry.getKey(), reader.read(ConfigFile.parse(entry.getKey(), entry.getValue()))));
        return read;
    }

    private Optional<HolidaySet> holidaySet(String name) {
        SortedMap<Integer, ConfigNode> years = new TreeMap<>();
        holidays.forEach((nameAndYear, text) -> {
            Matcher parts = NAME_AND_YEAR.matcher(nameAndYear);
            if (parts.matches() && parts.group(1).equals(name)) {
                years.put(Integer.valueOf(parts.group(2)), ConfigFile.parse(nameAndYear, text));
            }
        });
        return years.isEmpty() ? Optional.empty() : Optional.of(HolidaySets.together(years));
    }

    private static String textOf(HolidaySet set, int year) {
        return "holidays: {%s}%nmakeup: {%s}%n".formatted(daysOf(set.holidays(), year), daysOf(set.makeUpDays(), year));
    }

    private static String daysOf(Map<LocalDate, String> days, int year) {
        return days.entrySet().stream()
                .filter(day -> day.getKey().getYear() == year)
                .map(day -> "%s: '%s'".formatted(day.getKey(), day.getValue().replace("'", "''")))
                .collect(Collectors.joining(", "));
    }
}
