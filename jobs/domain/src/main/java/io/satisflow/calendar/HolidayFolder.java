package io.satisflow.calendar;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holiday sets as files, one a country and year: {@code cn-2026.yaml} with {@code holidays} and {@code makeup}. */
public final class HolidayFolder {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

    private final Path folder;

    public HolidayFolder(Path folder) {
        this.folder = folder;
    }

    /** All years of a set; empty when there is no file of it. */
    public Optional<HolidaySet> find(String name) {
        List<Path> years = yearsOf(name);
        if (years.isEmpty()) {
            return Optional.empty();
        }
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeUpDays = new HashSet<>();
        for (Path file : years) {
            ConfigNode root = ConfigFile.read(file).allowOnly("holidays", "makeup");
            holidays.addAll(datesOf(root, "holidays", file));
            makeUpDays.addAll(datesOf(root, "makeup", file));
        }
        return Optional.of(new HolidaySet(holidays, makeUpDays));
    }

    private List<Path> yearsOf(String name) {
        if (!NAME.matcher(name).matches() || !Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern fileName = Pattern.compile(Pattern.quote(name) + "-\\d{4}\\.yaml");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> fileName.matcher(nameOf(file)).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder %s cannot be read".formatted(folder), e);
        }
    }

    private static List<LocalDate> datesOf(ConfigNode root, String key, Path file) {
        String stem = nameOf(file).replace(".yaml", "");
        int year = Integer.parseInt(stem.substring(stem.length() - 4));
        return root.find(key)
                .map(list -> ConfigNode.readEach(list.items(), item -> dateIn(year, item)))
                .orElse(List.of());
    }

    private static LocalDate dateIn(int year, ConfigNode item) {
        LocalDate date = item.date();
        if (date.getYear() != year) {
            throw item.problem("%s is not in %d; each year has a file of its own".formatted(date, year));
        }
        return date;
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
