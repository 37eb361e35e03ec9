package io.satisflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Calendars that nobody would write, for tests: broken hours, days off and days of their own. */
final class RandomCalendar {
    private final Random random;
    private final int earliest;
    private final int latest;

    /**
     * @param earliest minute of a day at which work may begin
     * @param latest minute of a day at which it ends
     */
    RandomCalendar(Random random, int earliest, int latest) {
        this.random = random;
        this.earliest = earliest;
        this.latest = latest;
    }

    /** @param days of these days some are special */
    BusinessCalendar in(ZoneId zone, LocalDate first, int days) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day());
        }
        week.put(DayOfWeek.SUNDAY, new DayHours(List.of(new WorkingPeriod(earliest, latest))));
        Map<LocalDate, DayHours> specialDays = new TreeMap<>();
        for (int day = 0; day < days; day++) {
            if (random.nextInt(5) == 0) {
                specialDays.put(first.plusDays(day), random.nextBoolean() ? DayHours.NONE : day());
            }
        }
        return new BusinessCalendar(zone, new WeeklyHours(week), specialDays);
    }

    private DayHours day() {
        List<WorkingPeriod> periods = new ArrayList<>();
        int from = earliest + random.nextInt(300);
        for (int count = random.nextInt(4); count > 0 && from < latest - 1; count--) {
            int to = Math.min(latest, from + 1 + random.nextInt(600));
            periods.add(new WorkingPeriod(from, to));
            from = to + random.nextInt(200);
        }
        return new DayHours(periods);
    }
}
