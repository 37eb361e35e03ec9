package io.satisflow.enrichment;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigProblem;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables stand: {@code customers.csv} holds from the beginning, and beside it {@code customers@20261201T000000Z.csv} takes
 * its place from that instant on. The first column is the key.
 *
 * @param customers path of the table, as text, since paths do not travel; null for none
 */
public record EnrichmentFiles(
        @Nullable String customers, @Nullable String agents) implements Serializable {
    public static final EnrichmentFiles NONE = new EnrichmentFiles(null, null);

    private static final String ENDING = ".csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** The names and ages of all versions, by which a new one shows. */
    public String fingerprint() {
        StringBuilder print = new StringBuilder();
        for (String table : tables()) {
            versions(Path.of(table)).forEach((from, file) -> print.append(file).append('\n'));
        }
        return print.toString();
    }

    private List<String> tables() {
        return Stream.of(Optional.ofNullable(customers), Optional.ofNullable(agents))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A version whose file was written after it took its place: what happened in between was judged without it by jobs that
     * ran then, and is judged by it in a replay.
     *
     * @param from when it takes its place, in event time
     * @param written when the file was written, by the clock of its machine
     */
    public record LateTable(String file, Instant from, Instant written) {
        public String message() {
            return "%s holds from %s, but was written at %s: a run that was live in between has judged without it what a replay judges by it; name new tables after an instant to come"
                    .formatted(file, from, written);
        }
    }

    /** Versions that came too late for what was live, as far as the times of their files tell. */
    public List<LateTable> late() {
        List<LateTable> late = new ArrayList<>();
        for (String table : tables()) {
            versions(Path.of(table)).forEach((from, file) -> {
                Instant written = written(file);
                if (!from.equals(Instant.MIN) && written.isAfter(from)) {
                    late.add(new LateTable(String.valueOf(file.getFileName()), from, written));
                }
            });
        }
        return late;
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ConfigException when a table cannot be read; says which, and what is wrong */
    public Enrichment read() {
        return new Enrichment(table(customers), table(agents).alsoByAccount());
    }

    private static EnrichmentTable table(@Nullable String path) {
        if (path == null) {
            return EnrichmentTable.EMPTY;
        }
        TreeMap<Instant, Map<String, Map<String, String>>> versions = new TreeMap<>();
        Map<Instant, Path> files = versions(Path.of(path));
        if (files.isEmpty()) {
            throw problem(
                    Path.of(path), "there is no such table; its first column is the key, the others are what is known");
        }
        files.forEach((from, file) -> versions.put(from, rows(file)));
        return new EnrichmentTable(versions);
    }

    private static TreeMap<Instant, Path> versions(Path table) {
        TreeMap<Instant, Path> versions = new TreeMap<>();
        Path folder = Optional.ofNullable(table.toAbsolutePath().getParent()).orElse(Path.of("."));
        String name = String.valueOf(table.getFileName());
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        if (!Files.isDirectory(folder)) {
            return versions;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                String own = String.valueOf(file.getFileName());
                if (own.equals(name)) {
                    versions.put(Instant.MIN, file);
                } else if (own.startsWith(stem + "@") && own.endsWith(ENDING)) {
                    versions.put(from(file, own.substring(stem.length() + 1, own.length() - ENDING.length())), file);
                }
            });
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant from(Path file, String text) {
        String plain = text.replaceAll("[-:]", "");
        if (!plain.matches("\\d{8}T\\d{6}Z")) {
            throw problem(file, "the name must say from when it holds, such as customers@20261201T000000Z.csv");
        }
        return Instant.parse(
                plain.replaceAll("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})Z", "$1-$2-$3T$4:$5:$6Z"));
    }

    private static Map<String, Map<String, String>> rows(Path file) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(Files.readString(file).replace("\uFEFF", "")))
                .setFormat(FORMAT)
                .get()) {
            List<String> columns = parser.getHeaderNames();
            if (columns.size() < 2) {
                throw problem(file, "the first line must name the key and at least one column more");
            }
            for (CSVRecord row : parser) {
                String key = row.get(0);
                if (key.isEmpty() || rows.put(key, values(row, columns)) != null) {
                    throw problem(
                            file,
                            "line %d: \"%s\" %s"
                                    .formatted(
                                            parser.getCurrentLineNumber(),
                                            key,
                                            key.isEmpty() ? "is no key" : "stands twice; keep one row of each key"));
                }
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw problem(file, "no table that can be read: " + e.getMessage());
        }
    }

    private static Map<String, String> values(CSVRecord row, List<String> columns) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 1; i < Math.min(columns.size(), row.size()); i++) {
            if (!row.get(i).isEmpty()) {
                values.put(columns.get(i), row.get(i));
            }
        }
        return values;
    }

    private static ConfigException problem(Path file, String message) {
        return new ConfigException(List.of(new ConfigProblem(file.toString(), 1, 1, "", message)));
    }
}
