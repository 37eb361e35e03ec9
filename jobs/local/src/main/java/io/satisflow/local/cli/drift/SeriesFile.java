package io.satisflow.local.cli.drift;

import io.satisflow.drift.detector.Step;
import io.satisflow.local.cli.option.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A series out of a file: an index or a time, a value, and perhaps the number of answers. */
final class SeriesFile {
    /** An index counts hours from a Monday, so that rhythms can be looked for in a series without times. */
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private static final Duration HOUR = Duration.ofHours(1);

    private final Path file;
    private final List<Point> points = new ArrayList<>();
    private int indexColumn = -1;
    private int valueColumn = -1;
    private int countColumn = -1;

    private SeriesFile(Path file) {
        this.file = file;
    }

    /** @param label the index or time, as it stands in the file */
    record Point(String label, Step step) {}

    /** @throws UsageException with file and line of what cannot be read */
    static List<Point> read(Path file) throws IOException {
        SeriesFile series = new SeriesFile(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setIgnoreEmptyLines(true)
                        .setTrim(true)
                        .get()
                        .parse(reader)) {
            series.readAll(parser);
        }
        return series.points;
    }

    private void readAll(CSVParser parser) {
        for (CSVRecord row : parser) {
            if (valueColumn < 0 && isHeader(row)) {
                head(row);
            } else {
                if (valueColumn < 0) {
                    indexColumn = row.size() == 1 ? -1 : 0;
                    valueColumn = row.size() == 1 ? 0 : 1;
                    countColumn = row.size() > 2 ? 2 : -1;
                }
                points.add(point(row));
            }
        }
        if (points.isEmpty()) {
            throw new UsageException("--series %s: holds no values; write lines such as 0,4.25".formatted(file));
        }
    }

    private static boolean isHeader(CSVRecord row) {
        return row.stream()
                .noneMatch(cell -> number(cell).isPresent() || time(cell).isPresent());
    }

    /** Columns by their names; without known names, the first is the index and the second the value. */
    private void head(CSVRecord row) {
        for (int column = 0; column < row.size(); column++) {
            switch (row.get(column).replace("\uFEFF", "").toLowerCase(Locale.ROOT)) {
                case "index", "time", "timestamp", "date" -> indexColumn = column;
                case "value" -> valueColumn = column;
                case "n" -> countColumn = column;
                default -> {}
            }
        }
        if (valueColumn < 0) {
            boolean alone = row.size() == 1;
            indexColumn = alone ? -1 : Math.max(0, indexColumn);
            valueColumn = alone ? 0 : indexColumn == 0 ? 1 : 0;
        } else if (indexColumn < 0 && valueColumn > 0) {
            indexColumn = 0;
        }
    }

    private Point point(CSVRecord row) {
        if (row.size() <= valueColumn) {
            throw wrong(row, "has no value");
        }
        double value = number(row.get(valueColumn))
                .filter(Double::isFinite)
                .orElseThrow(() -> wrong(row, "\"%s\" is no number".formatted(row.get(valueColumn))));
        String label = indexColumn < 0
                ? Integer.toString(points.size())
                : row.get(indexColumn).replace("\uFEFF", "");
        long n = countColumn < 0 || row.size() <= countColumn
                ? 1
                : number(row.get(countColumn))
                        .map(Math::round)
                        .orElseThrow(
                                () -> wrong(row, "\"%s\" is no number of answers".formatted(row.get(countColumn))));
        Instant from = number(label)
                .map(index -> MONDAY.plusSeconds(Math.round(index * HOUR.toSeconds())))
                .or(() -> time(label))
                .orElseThrow(() -> wrong(row, "\"%s\" is neither an index nor a time".formatted(label)));
        return new Point(label, new Step(from, from.plus(HOUR), from.plus(HOUR), value, n, 0));
    }

    private UsageException wrong(CSVRecord row, String what) {
        return new UsageException("--series %s:%d: %s; write an index or time, a value and, if known, n"
                .formatted(file, row.getRecordNumber(), what));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** With an offset, or else in UTC. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return localTime(text.replace(' ', 'T'));
        }
    }

    private static Optional<Instant> localTime(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
