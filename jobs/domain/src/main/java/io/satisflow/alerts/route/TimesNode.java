package io.satisflow.alerts.route;

import io.satisflow.config.ConfigNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@code times}: {@code {nights: {days: [mon-fri], hours: "20:00-08:00", zone: Europe/Berlin}}}. */
public final class TimesNode {
    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(TimesNode::shortName).toList();

    private TimesNode() {}

    public static Map<String, TimeInterval> read(ConfigNode node) {
        Map<String, TimeInterval> times = new TreeMap<>();
        node.entries().forEach((name, value) -> times.put(name, interval(name, value)));
        return times;
    }

    private static TimeInterval interval(String name, ConfigNode node) {
        node.allowOnly("days", "hours", "zone");
        Set<DayOfWeek> days = new TreeSet<>();
        node.find("days").map(ConfigNode::itemsOrSingle).orElse(List.of()).forEach(item -> days.addAll(days(item)));
        List<LocalTime> hours = node.require("hours").value(TimesNode::hours);
        return new TimeInterval(
                name,
                node.find("zone").map(ConfigNode::zone).orElse(ZoneOffset.UTC),
                days.isEmpty() ? Set.of(DayOfWeek.values()) : days,
                hours.get(0),
                hours.get(1));
    }

    private static List<DayOfWeek> days(ConfigNode node) {
        String[] ends = node.text().toLowerCase(Locale.ROOT).split("-", 2);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (first < 0 || last < first) {
            throw node.problem("expected days such as sat or mon-fri, but was \"%s\"".formatted(node.text()));
        }
        return List.of(DayOfWeek.values()).subList(first, last + 1);
    }

    /** 24:00 is the midnight that ends a day. */
    private static List<LocalTime> hours(String text) {
        try {
            String[] ends = text.split("-", 2);
            return List.of(
                    LocalTime.parse(ends[0].trim()),
                    LocalTime.parse(ends[1].trim().replace("24:00", "00:00")));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "expected hours such as \"20:00-08:00\", but was \"%s\"".formatted(text), e);
        }
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
