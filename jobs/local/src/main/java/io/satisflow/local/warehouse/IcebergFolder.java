package io.satisflow.local.warehouse;

import io.satisflow.warehouse.iceberg.IcebergCatalog;
import io.satisflow.warehouse.iceberg.IcebergTables;
import io.satisflow.warehouse.parquet.ParquetErasures;
import io.satisflow.warehouse.parquet.ParquetTables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Iceberg tables with their catalog. */
final class IcebergFolder implements TableFolder {
    /** So long a reader may go on with a snapshot that it has opened. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final FolderOwner owner;
    private final Path folder;

    IcebergFolder(Path folder, Path source) {
        this.owner = new FolderOwner("--iceberg", folder, source);
        this.folder = owner.folder();
    }

    @Override
    public void prepare(boolean goesOn) throws IOException {
        if (owner.holdsOurs()) {
            if (!goesOn) {
                try (IcebergTables tables = IcebergTables.open(folder)) {
                    tables.drop();
                }
            }
            return;
        }
        if (IcebergCatalog.isThere(folder) || new ParquetTables(folder).files() > 0) {
            throw new WarehouseException(
                    "--iceberg %s holds tables that are not of this warehouse; choose another folder"
                            .formatted(folder));
        }
        owner.claim();
    }

    @Override
    public String compact() throws IOException {
        try (IcebergTables tables = IcebergTables.open(folder);
                Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            IcebergTables.Compaction done = tables.compact(database);
            long erased = new ParquetErasures(folder, tables).eraseAgain();
            Instant now = Instant.now();
            tables.forgetSnapshots((erased > 0 ? now : now.minus(KEPT)).toEpochMilli());
            return new CompactedFolder(folder, done.files(), done.filesBefore(), done.twice(), erased).told();
        } catch (SQLException e) {
            throw new WarehouseException(
                    "The files in %s cannot be compacted: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
