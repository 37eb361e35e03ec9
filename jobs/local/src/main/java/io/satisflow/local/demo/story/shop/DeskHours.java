package io.satisflow.local.demo.story.shop;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.calendar.DayHours;
import io.satisflow.calendar.WeeklyHours;
import io.satisflow.calendar.WorkingPeriod;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When agents work; the same as config/demo/calendars/desk.yaml, by which the engine clocks them. */
public final class DeskHours {
    private static final BusinessCalendar DESK = desk();

    private DeskHours() {}

    /** The moment at which so much working time has passed. */
    public static Instant after(Instant start, Duration work) {
        return DESK.due(start, work);
    }

    private static BusinessCalendar desk() {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day != DayOfWeek.SUNDAY) {
                week.put(day, new DayHours(List.of(WorkingPeriod.parse("09:00-20:00"))));
            }
        }
        return new BusinessCalendar(ShopTime.ZONE, new WeeklyHours(week), Map.of());
    }
}
