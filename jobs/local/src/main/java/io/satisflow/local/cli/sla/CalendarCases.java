package io.satisflow.local.cli.sla;

import io.satisflow.calendar.NamedCalendar;
import io.satisflow.local.cli.calendar.CalendarFiles;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Questions to calendars, a row each. Calendars are read once, however many rows ask them. */
final class CalendarCases {
    private final Path csv;
    private final List<CSVRecord> rows;
    private final String first;
    private final String second;
    private final Map<String, NamedCalendar> calendars = new HashMap<>();

    private CalendarCases(Path csv, List<CSVRecord> rows, String first, String second) {
        this.csv = csv;
        this.rows = rows;
        this.first = first;
        this.second = second;
    }

    /** What a row asks: its calendar, and the two columns that the question is made of. */
    record Row(String id, NamedCalendar calendar, String first, String second) {}

    /** @throws UsageException when the file is not there or a column is missing */
    static CalendarCases read(Path csv, String first, String second) {
        Installation.existing(csv, "--cases");
        try (Reader reader = Files.newBufferedReader(csv);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setTrim(true)
                        .get()
                        .parse(reader)) {
            for (String column : List.of("id", "calendar", first, second)) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    throw new UsageException("%s:1: column %s is missing; the columns are id,calendar,%s,%s"
                            .formatted(csv, column, first, second));
                }
            }
            return new CalendarCases(csv, parser.getRecords(), first, second);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UsageException usage) {
                throw usage;
            }
            throw new UsageException("%s cannot be read as CSV: %s".formatted(csv, e.getMessage()));
        }
    }

    /**
     * Rows that cannot be answered are told and passed over.
     *
     * @param bad takes the id of such a row, and what is wrong with it
     * @return how many there were
     */
    int forEach(Consumer<Row> each, BiConsumer<String, String> bad) {
        int unanswered = 0;
        for (CSVRecord row : rows) {
            try {
                each.accept(new Row(row.get("id"), calendarOf(row), row.get(first), row.get(second)));
            } catch (UsageException | IllegalArgumentException e) {
                bad.accept(
                        row.isSet("id") ? row.get("id") : "",
                        "%s: row %d: %s".formatted(csv, row.getRecordNumber(), e.getMessage()));
                unanswered++;
            }
        }
        return unanswered;
    }

    private NamedCalendar calendarOf(CSVRecord row) {
        return calendars.computeIfAbsent(row.get("calendar"), name -> CalendarFiles.read(csv.resolveSibling(name)));
    }

    /** An answer to a row, as it stands in a CSV. */
    static String line(String id, String answer) {
        return CSVFormat.DEFAULT.format(id, answer);
    }
}
