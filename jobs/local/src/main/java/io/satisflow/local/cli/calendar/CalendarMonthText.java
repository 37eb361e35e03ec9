package io.satisflow.local.cli.calendar;

import io.satisflow.calendar.CalendarMonth;
import io.satisflow.calendar.CalendarMonth.Day;
import io.satisflow.calendar.DayHours;
import io.satisflow.calendar.NamedCalendar;
import io.satisflow.calendar.WeeklyHours;
import io.satisflow.calendar.WorkingPeriod;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A month of a calendar for the terminal, at most 60 columns wide but for long names of holidays. */
public final class CalendarMonthText {
    private static final String CELL = "%7s";
    private static final String SUM = "%9s";
    private static final String DIFFERS = "*";

    private CalendarMonthText() {}

    public static List<String> lines(Path file, NamedCalendar named, CalendarMonth month) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %d, %s (%s)"
                .formatted(
                        month.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        month.month().getYear(),
                        file.getFileName(),
                        named.calendar().zone()));
        lines.add("");
        lines.addAll(weeks(month));
        long workingDays =
                month.days().stream().filter(day -> !day.worked().isZero()).count();
        lines.add("Working time: %s on %d days".formatted(hours(month.worked()), workingDays));
        lines.add("");
        lines.addAll(ordinaryHours(named.calendar().week()));
        lines.addAll(differences(month));
        return lines;
    }

    private static List<String> weeks(CalendarMonth month) {
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            heading.append(CELL.formatted(shortName(day)));
        }
        lines.add(heading.append(SUM.formatted("week")).toString());
        int day = 0;
        while (day < month.days().size()) {
            int first = month.days().get(day).date().getDayOfWeek().ordinal();
            int next = Math.min(month.days().size(), day + 7 - first);
            lines.addAll(week(first, month.days().subList(day, next)));
            day = next;
        }
        return lines;
    }

    private static List<String> week(int first, List<Day> days) {
        StringBuilder dates = new StringBuilder(CELL.formatted("").repeat(first));
        StringBuilder hours = new StringBuilder(CELL.formatted("").repeat(first));
        Duration sum = Duration.ZERO;
        for (Day day : days) {
            String mark = day.note().isPresent() || day.change().isPresent() ? DIFFERS : "";
            dates.append(CELL.formatted(mark + day.date().getDayOfMonth()));
            hours.append(CELL.formatted(day.worked().isZero() ? "-" : hours(day.worked())));
            sum = sum.plus(day.worked());
        }
        hours.append(CELL.formatted("").repeat(DayOfWeek.values().length - first - days.size()));
        return List.of(dates.toString(), hours + SUM.formatted(hours(sum)), "");
    }

    private static List<String> ordinaryHours(WeeklyHours week) {
        List<String> lines = new ArrayList<>();
        lines.add("Ordinary hours");
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean last = day == DayOfWeek.SUNDAY || !week.on(day.plus(1)).equals(week.on(day));
            if (last) {
                String days = first == day ? shortName(day) : shortName(first) + "-" + shortName(day);
                lines.add("  %-8s %s".formatted(days, periods(week.on(day))));
                first = day.plus(1);
            }
        }
        return lines;
    }

    private static List<String> differences(CalendarMonth month) {
        List<String> lines = new ArrayList<>();
        for (Day day : month.days()) {
            day.note()
                    .ifPresent(note -> lines.add("  %s %2d   %-12s %s"
                            .formatted(
                                    shortName(day.date().getDayOfWeek()),
                                    day.date().getDayOfMonth(),
                                    periods(day.hours()),
                                    note)));
            day.change()
                    .ifPresent(change -> lines.add("  %s %2d   %s"
                            .formatted(
                                    shortName(day.date().getDayOfWeek()),
                                    day.date().getDayOfMonth(),
                                    change(change))));
        }
        if (!lines.isEmpty()) {
            lines.add(0, "Days marked " + DIFFERS);
            lines.add(0, "");
        }
        return lines;
    }

    private static String change(ZoneOffsetTransition change) {
        LocalTime before = change.getDateTimeBefore().toLocalTime();
        LocalTime after = change.getDateTimeAfter().toLocalTime();
        return "clocks go %s from %s to %s".formatted(change.isGap() ? "forward" : "back", before, after);
    }

    private static String periods(DayHours hours) {
        return hours.isEmpty()
                ? "off"
                : hours.periods().stream().map(WorkingPeriod::toString).collect(Collectors.joining(" "));
    }

    /** {@code 9h}, {@code 7h30}; seconds do not occur in hours of a day but on the day of an odd change of clocks. */
    private static String hours(Duration time) {
        return time.toMinutesPart() == 0
                ? time.toHours() + "h"
                : "%dh%02d".formatted(time.toHours(), time.toMinutesPart());
    }

    private static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
