package io.satisflow.warehouse.parquet;

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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of Parquet files as tables: every row as it stands, by its latest version. */
public final class ParquetTables implements TableFiles {
    private final Path folder;

    public ParquetTables(Path folder) {
        this.folder = folder;
    }

    /** A view for each table, in DuckDB's SQL; a table without a file is an empty one. */
    public String views() {
        return Tables.ALL.stream().map(this::view).collect(Collectors.joining());
    }

    private String view(Table table) {
        return DuckDbSql.latest(
                table,
                files(table).isEmpty()
                        ? ""
                        : DuckDbSql.quoted(folder.resolve(table.name() + "/*/*" + ParquetSink.EXTENSION)));
    }

    /** Finished ones. */
    @Override
    public List<Path> files(Table table) {
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
                    twice += rows - rows(database, List.of(rewrite(database, date.getValue(), Rewriting.COMPACTION)));
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
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM read_parquet(%s, hive_partitioning = false)"
                                .formatted(DuckDbSql.list(files)))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void replace(Connection database, Table table, List<Path> old, Rewriting rewriting)
            throws SQLException, IOException {
        rewrite(database, old, rewriting);
    }

    /** @return the new file */
    private static Path rewrite(Connection database, List<Path> old, Rewriting rewriting)
            throws SQLException, IOException {
        Path date = Objects.requireNonNull(old.get(0).getParent());
        Path unfinished = date.resolve(".compacting" + ParquetSink.EXTENSION);
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "COPY (SELECT DISTINCT %s FROM read_parquet(%s, union_by_name = true, hive_partitioning = false) WHERE %s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                            .formatted(
                                    rewriting.columns(),
                                    DuckDbSql.list(old),
                                    rewriting.kept(),
                                    DuckDbSql.quoted(unfinished)));
        }
        Path compacted = date.resolve("compacted-" + UUID.randomUUID() + ParquetSink.EXTENSION);
        Files.move(unfinished, compacted);
        for (Path file : old) {
            Files.delete(file);
        }
        return compacted;
    }
}
