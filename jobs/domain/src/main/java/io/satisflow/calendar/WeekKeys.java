package io.satisflow.calendar;

import io.satisflow.config.ConfigNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hours by weekday as calendar files write them: {@code mon-fri}, {@code sat}, {@code mon,wed}. */
final class WeekKeys {
    private WeekKeys() {}

    static Map<DayOfWeek, DayHours> read(ConfigNode hours) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        ConfigNode.readEach(hours.entries().entrySet(), entry -> {
            ConfigNode value = entry.getValue();
            DayHours periods = periods(value);
            for (DayOfWeek day : days(value, entry.getKey())) {
                if (week.put(day, periods) != null) {
                    throw value.problem("%s has hours already; name each day once".formatted(shortName(day)));
                }
            }
            return periods;
        });
        return week;
    }

    /** One period or a list of them; an empty list is a day off. */
    static DayHours periods(ConfigNode node) {
        List<WorkingPeriod> periods =
                ConfigNode.readEach(node.itemsOrSingle(), item -> item.value(WorkingPeriod::parse));
        return node.build(() -> new DayHours(periods));
    }

    private static List<DayOfWeek> days(ConfigNode at, String key) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : key.split(",", -1)) {
            String[] ends = part.trim().split("-", -1);
            if (ends.length > 2) {
                throw notADay(at, part);
            }
            DayOfWeek last = day(at, ends[ends.length - 1]);
            DayOfWeek day = day(at, ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(ConfigNode at, String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (shortName(day).equals(name.trim().toLowerCase(Locale.ROOT))) {
                return day;
            }
        }
        throw notADay(at, name);
    }

    private static RuntimeException notADay(ConfigNode at, String name) {
        return at.problem("\"%s\" is not a day of the week; write mon, tue, wed, thu, fri, sat, sun, mon-fri or mon,wed"
                .formatted(name.trim()));
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
