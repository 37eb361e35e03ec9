package io.satisflow.local.cli.calendar;

import io.satisflow.calendar.CalendarFile;
import io.satisflow.calendar.HolidaySets;
import io.satisflow.calendar.NamedCalendar;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Single calendars, as users name them on the command line. */
public final class CalendarFiles {
    private CalendarFiles() {}

    /**
     * Sets of holidays are looked for in {@code holidays/} beside the calendar, beside it, and among the installed ones.
     *
     * @throws io.satisflow.config.ConfigException with what is wrong in the file
     */
    public static NamedCalendar read(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        HolidaySets sets = HolidaySets.in(folder.resolve("holidays"), folder, Installation.holidays());
        return new CalendarFile(sets::find).readWithNames(ConfigFile.read(file));
    }

    /** A sentence for each set of holidays that says nothing of one of these years: wrong dates would go unnoticed. */
    public static List<String> gaps(NamedCalendar calendar, int firstYear, int lastYear) {
        List<String> gaps = new ArrayList<>();
        calendar.holidaySets().forEach((name, years) -> {
            for (int year = firstYear; year <= Math.min(lastYear, firstYear + 100); year++) {
                if (!years.contains(year)) {
                    gaps.add(
                            ("Note: the holidays %s are known for %s only, so none are counted in %d; add %s-%d.yaml, such as"
                                            + " with `calendar import`.")
                                    .formatted(name, years(years), year, name, year));
                    return;
                }
            }
        });
        return gaps;
    }

    /** {@code 2024 to 2026}. */
    private static String years(SortedSet<Integer> years) {
        return years.first().equals(years.last())
                ? years.first().toString()
                : "%d to %d".formatted(years.first(), years.last());
    }
}
