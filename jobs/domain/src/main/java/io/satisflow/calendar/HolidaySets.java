package io.satisflow.calendar;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holiday sets by name: files {@code NAME-YEAR.yaml} in folders, and those that Satisflow comes with. Each year is taken
 * from the first place that has it, so that a calendar of one's own may use {@code cn} and bring along just the next year.
 */
public final class HolidaySets {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

    private final List<Path> folders;

    private HolidaySets(List<Path> folders) {
        this.folders = folders;
    }

    /** @param folders looked through in this order; one that does not exist has nothing */
    public static HolidaySets in(Path... folders) {
        return new HolidaySets(List.of(folders));
    }

    /**
     * All years of a set; empty when there is none of that name.
     *
     * @throws io.satisflow.config.ConfigException with what is wrong in its files
     */
    public Optional<HolidaySet> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        SortedMap<Integer, ConfigNode> years = new TreeMap<>(ShippedHolidays.find(name));
        for (int place = folders.size() - 1; place >= 0; place--) {
            years.putAll(yearsIn(folders.get(place), name));
        }
        return years.isEmpty() ? Optional.empty() : Optional.of(together(years));
    }

    static HolidaySet together(SortedMap<Integer, ConfigNode> years) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        Map<LocalDate, String> makeUpDays = new TreeMap<>();
        ConfigNode.readEach(years.entrySet(), year -> {
            HolidaySet set = HolidaySetFile.read(year.getValue(), year.getKey());
            holidays.putAll(set.holidays());
            makeUpDays.putAll(set.makeUpDays());
            return set;
        });
        return new HolidaySet(holidays, makeUpDays, new TreeSet<>(years.keySet()));
    }

    private static Map<Integer, ConfigNode> yearsIn(Path folder, String name) {
        Map<Integer, ConfigNode> years = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return years;
        }
        Pattern fileName = Pattern.compile(Pattern.quote(name) + "-(\\d{4})\\.yaml");
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> {
                Matcher parts = fileName.matcher(String.valueOf(file.getFileName()));
                if (parts.matches()) {
                    years.put(Integer.valueOf(parts.group(1)), ConfigFile.read(file));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the folder %s cannot be read".formatted(folder), e);
        }
        return years;
    }
}
