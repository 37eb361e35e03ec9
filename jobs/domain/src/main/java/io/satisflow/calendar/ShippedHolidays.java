package io.satisflow.calendar;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The files of config/calendars/holidays as they were when Satisflow was built, wherever it runs. */
final class ShippedHolidays {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    /** What was found; asking a hundred times in all jars is a good part of a start. */
    private static final Map<String, SortedMap<Integer, ConfigNode>> FOUND = new ConcurrentHashMap<>();

    private ShippedHolidays() {}

    /** The years that there are of a set. */
    static SortedMap<Integer, ConfigNode> find(String name) {
        return FOUND.computeIfAbsent(name, ShippedHolidays::lookFor);
    }

    /** A jar cannot be asked what is in it, so each year is. */
    private static SortedMap<Integer, ConfigNode> lookFor(String name) {
        SortedMap<Integer, ConfigNode> years = new TreeMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            String file = "%s-%d.yaml".formatted(name, year);
            try (InputStream in = ShippedHolidays.class.getResourceAsStream("holidays/" + file)) {
                if (in != null) {
                    years.put(year, ConfigFile.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped holidays of %s cannot be read".formatted(file), e);
            }
        }
        return Collections.unmodifiableSortedMap(years);
    }
}
