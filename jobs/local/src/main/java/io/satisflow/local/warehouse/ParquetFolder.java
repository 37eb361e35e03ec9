package io.satisflow.local.warehouse;

import io.satisflow.warehouse.parquet.ParquetErasures;
import io.satisflow.warehouse.parquet.ParquetTables;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** Parquet files, with the views by which DuckDB reads them. */
final class ParquetFolder implements TableFolder {
    private static final String VIEWS = "views.sql";

    private final FolderOwner owner;
    private final Path folder;

    ParquetFolder(Path folder, Path source) {
        this.owner = new FolderOwner("--parquet", folder, source);
        this.folder = owner.folder();
    }

    @Override
    public void prepare(boolean goesOn) throws IOException {
        if (owner.holdsOurs()) {
            if (!goesOn) {
                deleteTables();
            }
            return;
        }
        if (new ParquetTables(folder).files() > 0) {
            throw new WarehouseException(
                    "--parquet %s holds Parquet files that are not of this warehouse; choose another folder"
                            .formatted(folder));
        }
        owner.claim();
    }

    private void deleteTables() throws IOException {
        for (Table table : Tables.ALL) {
            Path place = folder.resolve(table.name());
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }

    @Override
    public String compact() throws IOException {
        ParquetTables tables = new ParquetTables(folder);
        ParquetTables.Compaction done;
        long erased;
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            done = tables.compact(database);
            erased = new ParquetErasures(folder).eraseAgain();
        } catch (SQLException e) {
            throw new WarehouseException(
                    "The files in %s cannot be compacted: %s".formatted(folder, e.getMessage()), e);
        }
        Files.writeString(folder.resolve(VIEWS), tables.views());
        return new CompactedFolder(folder, done.files(), done.filesBefore(), done.twice(), erased).told();
    }
}
