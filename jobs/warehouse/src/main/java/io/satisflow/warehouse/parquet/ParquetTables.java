package io.satisflow.warehouse.parquet;

import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of Parquet files as tables: every row as it stands, by its latest version. */
public final class ParquetTables {
    private final Path folder;

    public ParquetTables(Path folder) {
        this.folder = folder;
    }

    /** A view for each table, in DuckDB's SQL; a table without a file is an empty one. */
    public String views() {
        return Tables.ALL.stream().map(this::view).collect(Collectors.joining());
    }

    private String view(Table table) {
        if (files(table).isEmpty()) {
            return "CREATE TABLE \"%s\" (%s);\n".formatted(table.name(), columns(table, "%s %s"));
        }
        String order = table.version().stream().map("\"%s\" DESC"::formatted).collect(Collectors.joining(", "));
        // Files of before a column came have none of it.
        return ("CREATE VIEW \"%s\" AS SELECT %s FROM (SELECT %s WHERE false UNION ALL BY NAME\n"
                        + "  SELECT * FROM read_parquet('%s/%s/*/*%s', union_by_name = true, hive_partitioning = false))\n"
                        + "  QUALIFY row_number() OVER (PARTITION BY %s%s) = 1;\n")
                .formatted(
                        table.name(),
                        table.columns().stream().map(Column::quoted).collect(Collectors.joining(", ")),
                        columns(table, "CAST(NULL AS %2$s) AS %1$s"),
                        quoted(folder),
                        table.name(),
                        ParquetSink.EXTENSION,
                        table.key().stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
                        order.isEmpty() ? "" : " ORDER BY " + order);
    }

    /** @param form of the name and the type of a column, in SQL */
    private static String columns(Table table, String form) {
        return table.columns().stream()
                .map(column -> form.formatted(column.quoted(), column.type().inDuckDb()))
                .collect(Collectors.joining(", "));
    }

    /** Finished files of a table. */
    List<Path> files(Table table) {
        Path place = folder.resolve(table.name());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(ParquetSink.EXTENSION) && !name.startsWith(".");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The files of %s cannot be listed".formatted(place), e);
        }
    }

    public long files() {
        return Tables.ALL.stream().mapToLong(table -> files(table).size()).sum();
    }

    /**
     * Makes one file of those of each table and date. The new file is there before the old ones go, so that a reader in between
     * sees rows twice, which the views count once; ended in between, the next compaction takes them out.
     *
     * @return what became of them
     */
    public Compaction compact(Connection database) throws SQLException, IOException {
        long before = files();
        long twice = 0;
        for (Table table : Tables.ALL) {
            Map<Path, List<Path>> byDate = files(table).stream().collect(Collectors.groupingBy(Path::getParent));
            for (Map.Entry<Path, List<Path>> date : byDate.entrySet()) {
                if (date.getValue().size() > 1) {
                    long rows = rows(database, date.getValue());
                    twice += rows
                            - rows(database, List.of(rewrite(database, date.getKey(), date.getValue(), "*", "true")));
                }
            }
        }
        return new Compaction(before, files(), twice);
    }

    /**
     * What a compaction came to.
     *
     * @param twice rows that stood in two files, as an interrupted compaction leaves them
     */
    public record Compaction(long filesBefore, long files, long twice) {}

    private static long rows(Connection database, List<Path> files) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM read_parquet(%s, hive_partitioning = false)".formatted(names(files)))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> "'" + quoted(file) + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    /** Whether any row of the file meets a condition. */
    boolean holds(Connection database, Path file, String condition) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM read_parquet('%s', hive_partitioning = false) WHERE %s"
                                .formatted(quoted(file), condition))) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    /**
     * @param columns what is selected, in SQL
     * @param kept a condition in SQL: which rows stay
     * @return the new file
     */
    Path rewrite(Connection database, Path date, List<Path> old, String columns, String kept)
            throws SQLException, IOException {
        Path unfinished = date.resolve(".compacting" + ParquetSink.EXTENSION);
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "COPY (SELECT DISTINCT %s FROM read_parquet(%s, union_by_name = true, hive_partitioning = false) WHERE %s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                            .formatted(columns, names(old), kept, quoted(unfinished)));
        }
        Path compacted = date.resolve("compacted-" + UUID.randomUUID() + ParquetSink.EXTENSION);
        Files.move(unfinished, compacted);
        for (Path file : old) {
            Files.delete(file);
        }
        return compacted;
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
