package io.satisflow.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;

/** The hours of an ordinary week; a day that is not named is a day off. */
public record WeeklyHours(Map<DayOfWeek, DayHours> days) implements Serializable {
    public static final WeeklyHours ROUND_THE_CLOCK = roundTheClock();

    public WeeklyHours {
        EnumMap<DayOfWeek, DayHours> worked = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                worked.put(day, hours);
            }
        });
        days = worked;
    }

    public DayHours on(DayOfWeek day) {
        return days.getOrDefault(day, DayHours.NONE);
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** What a made-up day is worked like: its own weekday or, when that is a day off, the first working day of the week. */
    DayHours onMakeUpDay(DayOfWeek day) {
        return days.containsKey(day) || isEmpty()
                ? on(day)
                : days.values().iterator().next();
    }

    private static WeeklyHours roundTheClock() {
        Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, DayHours.ROUND_THE_CLOCK);
        }
        return new WeeklyHours(days);
    }
}
