package io.satisflow.local.cli.calendar;

import io.satisflow.calendar.CalendarMonth;
import io.satisflow.calendar.CalendarMonth.Day;
import io.satisflow.calendar.DayHours;
import io.satisflow.calendar.NamedCalendar;
import io.satisflow.calendar.WeeklyHours;
import io.satisflow.calendar.WorkingPeriod;
import io.satisflow.local.speech.Catalogue;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.terminal.panel.Columns;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A month of a calendar for the terminal, at most 60 columns wide but for long names of holidays. */
public final class CalendarMonthText {
    private static final int CELL = 7;
    private static final int SUM = 9;
    private static final int DAYS = 8;
    private static final int PERIODS = 12;
    private static final String DIFFERS = "*";

    private final Catalogue words;

    private CalendarMonthText(Catalogue words) {
        this.words = words;
    }

    public static List<String> lines(Path file, NamedCalendar named, CalendarMonth month, Catalogue words) {
        return new CalendarMonthText(words).all(file, named, month);
    }

    private List<String> all(Path file, NamedCalendar named, CalendarMonth month) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "calendar.title",
                month.month().getMonth().getDisplayName(TextStyle.FULL, words.locale()),
                String.valueOf(month.month().getYear()),
                VisibleText.of(String.valueOf(file.getFileName())),
                named.calendar().zone().getId()));
        lines.add("");
        lines.addAll(weeks(month));
        long workingDays =
                month.days().stream().filter(day -> !day.worked().isZero()).count();
        lines.add(words.say("calendar.worked", hours(month.worked()), workingDays));
        lines.add("");
        lines.addAll(ordinaryHours(named.calendar().week()));
        lines.addAll(differences(month));
        return lines;
    }

    private List<String> weeks(CalendarMonth month) {
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            heading.append(Columns.right(shortName(day), CELL));
        }
        lines.add(heading.append(Columns.right(words.say("calendar.week"), SUM)).toString());
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
        StringBuilder dates = new StringBuilder(" ".repeat(CELL * first));
        StringBuilder hours = new StringBuilder(" ".repeat(CELL * first));
        Duration sum = Duration.ZERO;
        for (Day day : days) {
            String mark = day.note().isPresent() || day.change().isPresent() ? DIFFERS : "";
            dates.append(Columns.right(mark + day.date().getDayOfMonth(), CELL));
            hours.append(Columns.right(day.worked().isZero() ? "-" : hours(day.worked()), CELL));
            sum = sum.plus(day.worked());
        }
        hours.append(" ".repeat(CELL * (DayOfWeek.values().length - first - days.size())));
        return List.of(dates.toString(), hours + Columns.right(hours(sum), SUM), "");
    }

    private List<String> ordinaryHours(WeeklyHours week) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("calendar.ordinary"));
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean last = day == DayOfWeek.SUNDAY || !week.on(day.plus(1)).equals(week.on(day));
            if (last) {
                String days = first == day ? shortName(day) : shortName(first) + "-" + shortName(day);
                lines.add("  " + padded(days, DAYS) + " " + periods(week.on(day)));
                first = day.plus(1);
            }
        }
        return lines;
    }

    private List<String> differences(CalendarMonth month) {
        List<String> lines = new ArrayList<>();
        for (Day day : month.days()) {
            String date = "  %s %2d   "
                    .formatted(shortName(day.date().getDayOfWeek()), day.date().getDayOfMonth());
            day.note()
                    .ifPresent(note ->
                            lines.add(date + padded(periods(day.hours()), PERIODS) + " " + VisibleText.of(note)));
            day.change().ifPresent(change -> lines.add(date + change(change)));
        }
        if (!lines.isEmpty()) {
            lines.add(0, words.say("calendar.differs", DIFFERS));
            lines.add(0, "");
        }
        return lines;
    }

    private String change(ZoneOffsetTransition change) {
        return words.say(
                change.isGap() ? "calendar.forward" : "calendar.back",
                change.getDateTimeBefore().toLocalTime().toString(),
                change.getDateTimeAfter().toLocalTime().toString());
    }

    private String periods(DayHours hours) {
        return hours.isEmpty()
                ? words.say("calendar.off")
                : hours.periods().stream().map(WorkingPeriod::toString).collect(Collectors.joining(" "));
    }

    /** At least so many columns; a longer text is whole. */
    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - Columns.of(text)));
    }

    /** {@code 9h}, {@code 7h30}; seconds do not occur in hours of a day but on the day of an odd change of clocks. */
    private static String hours(Duration time) {
        return time.toMinutesPart() == 0
                ? time.toHours() + "h"
                : "%dh%02d".formatted(time.toHours(), time.toMinutesPart());
    }

    private String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, words.locale());
    }
}
