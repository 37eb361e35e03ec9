package io.satisflow.local.cli.calendar;

import io.satisflow.calendar.ical.DayKind;
import io.satisflow.calendar.ical.HolidayFeed;
import io.satisflow.calendar.ical.HolidayFeed.Day;
import io.satisflow.local.terminal.VisibleText;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import says of a feed: every day in a dry run, else in sums what was left aside. */
record ImportNotes(String file, HolidayFeed feed) {
    private static final int SINGLE = 3;

    /** A line a day: date, weekday, what it is taken for, its name, why. */
    List<String> days() {
        return feed.days().stream().map(ImportNotes::line).toList();
    }

    private static String line(Day day) {
        return "%s %s  %-11s  %s  (%s%s)"
                .formatted(
                        day.date(),
                        day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                        day.kind().words(),
                        VisibleText.of(day.name()),
                        VisibleText.of(day.why()),
                        day.place().isEmpty() ? "" : "; only in " + VisibleText.of(day.place()));
    }

    /** Lines and events that give no day. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        feed.unreadable().forEach(line -> troubles.add("%s:%s".formatted(file, VisibleText.of(line))));
        feed.unusable()
                .forEach(event -> troubles.add("%s: \"%s\" left aside: %s"
                        .formatted(file, VisibleText.of(event.name()), VisibleText.of(event.reason()))));
        return troubles;
    }

    /** Troubles, what was left aside, and what holds in a part of the country alone. */
    List<String> all() {
        List<String> all = new ArrayList<>(troubles());
        grouped(feed.days().stream().filter(day -> day.kind() == DayKind.ASIDE), Day::why)
                .forEach((why, days) -> all.addAll(leftAside(why, days)));
        grouped(
                        feed.days().stream()
                                .filter(day -> day.kind() != DayKind.ASIDE
                                        && !day.place().isEmpty()),
                        Day::place)
                .forEach((place, days) ->
                        all.add("%s: %d days are taken that hold only in %s, such as %s; leave them aside with --ignore"
                                .formatted(file, days.size(), VisibleText.of(place), named(days.get(0)))));
        return all;
    }

    private List<String> leftAside(String why, List<Day> days) {
        if (days.size() <= SINGLE) {
            return days.stream()
                    .map(day -> "%s: %s left aside: %s".formatted(file, named(day), VisibleText.of(why)))
                    .toList();
        }
        return List.of("%s: %d days left aside: %s; such as %s (--dry-run shows all)"
                .formatted(file, days.size(), VisibleText.of(why), named(days.get(0))));
    }

    private static String named(Day day) {
        return "%s \"%s\"".formatted(day.date(), VisibleText.of(day.name()));
    }

    private static Map<String, List<Day>> grouped(Stream<Day> days, Function<Day, String> by) {
        return days.collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
