package io.satisflow.calendar;

import io.satisflow.config.ConfigFile;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calendars for tests, from hours as handbooks write them: {@code Mon 09-17; Tue 09-20; Wed-Fri 09-17}. */
public final class WrittenHours {
    private WrittenHours() {}

    public static BusinessCalendar calendar(String zone, String hours, String... holidays) {
        String week = Arrays.stream(hours.split(";", -1))
                .map(part -> part.trim().split(" ", 2))
                .map(part -> "%s: [\"%s\"]".formatted(part[0].toLowerCase(Locale.ROOT), toMinutes(part[1])))
                .collect(Collectors.joining(", "));
        String yaml =
                "zone: %s\nhours: {%s}\nholidays: [%s]\n".formatted(ZoneId.of(zone), week, String.join(", ", holidays));
        return new CalendarFile(name -> Optional.empty()).read(ConfigFile.parse("test.yaml", yaml));
    }

    private static String toMinutes(String hours) {
        String[] ends = hours.trim().split("-", 2);
        return ends[0].length() > 2 ? hours.trim() : "%s:00-%s:00".formatted(ends[0], ends[1]);
    }
}
