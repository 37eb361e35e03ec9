package io.satisflow.calendar;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All calendars of a folder by their names: {@code berlin.yaml} is {@code berlin}; holiday sets lie in {@code holidays/}. */
public final class CalendarFolder {
    private static final String ENDING = ".yaml";

    private CalendarFolder() {}

    /** @throws io.satisflow.config.ConfigException with what is wrong in all of them */
    public static SortedMap<String, BusinessCalendar> read(Path folder) {
        SortedMap<String, BusinessCalendar> calendars = new TreeMap<>();
        readWithNames(folder).forEach((name, named) -> calendars.put(name, named.calendar()));
        return calendars;
    }

    /** @throws io.satisflow.config.ConfigException with what is wrong in all of them */
    public static SortedMap<String, NamedCalendar> readWithNames(Path folder) {
        CalendarFile reader = new CalendarFile(HolidaySets.in(folder.resolve("holidays"))::find);
        SortedMap<String, NamedCalendar> calendars = new TreeMap<>();
        ConfigNode.readEach(
                files(folder), file -> calendars.put(calendarName(file), reader.readWithNames(ConfigFile.read(file))));
        return calendars;
    }

    /** The files themselves, with the holidays that they use. */
    public static CalendarTexts texts(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        files(folder).forEach(file -> texts.put(calendarName(file), text(file)));
        return CalendarTexts.of(texts, HolidaySets.in(folder.resolve("holidays")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the calendar %s cannot be read".formatted(file), e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of calendars, %s, cannot be read".formatted(folder), e);
        }
    }

    private static String calendarName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }
}
