package io.satisflow.calendar;

import io.satisflow.config.ConfigNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One country and year of holidays, such as {@code cn-2026.yaml}: {@code holidays} and {@code makeup}, each a list of
 * dates, or dates with their names.
 */
final class HolidaySetFile {
    private HolidaySetFile() {}

    /** @throws io.satisflow.config.ConfigException when it holds anything else, or a day of another year */
    static HolidaySet read(ConfigNode root, int year) {
        root.allowOnly("holidays", "makeup");
        return new HolidaySet(days(root, "holidays", year), days(root, "makeup", year), new TreeSet<>(List.of(year)));
    }

    private static Map<LocalDate, String> days(ConfigNode root, String key, int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        root.find(key).ifPresent(node -> {
            if (node.isMapping()) {
                ConfigNode.readEach(node.entries().entrySet(), entry -> {
                    ConfigNode name = entry.getValue();
                    return days.put(inYear(year, name, DateKey.of(entry)), name.isNull() ? "" : name.text());
                });
            } else {
                ConfigNode.readEach(node.items(), item -> days.put(inYear(year, item, item.date()), ""));
            }
        });
        return days;
    }

    private static LocalDate inYear(int year, ConfigNode at, LocalDate date) {
        if (date.getYear() != year) {
            throw at.problem("%s is not in %d; each year has a file of its own".formatted(date, year));
        }
        return date;
    }
}
