package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.parquet.ParquetErasures;
import io.satisflow.warehouse.parquet.StagedRows;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.metrics.Counter;

/** Stages the rows of each table and day, and writes a Parquet file of each when a checkpoint comes. */
final class IcebergWriter implements CommittingSinkWriter<TableRow, WrittenFiles> {
    private final Path folder;
    private final Counter written;
    private final IcebergCatalog catalog;
    private final Connection database;
    private final String name = UUID.randomUUID().toString();
    private final Map<TableDay, StagedRows> waiting = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private int commits;
    private int files;

    private record TableDay(String table, String day) {}

    /** Where files of a table go, and how. */
    private record Target(String location, String fieldIds) {}

    IcebergWriter(Path folder, Counter written) throws IOException {
        this.folder = folder;
        this.written = written;
        this.catalog = IcebergCatalog.open(folder);
        try {
            database = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = database.createStatement()) {
                statement.execute("SET threads = 1");
            }
        } catch (SQLException e) {
            throw new IOException("No Parquet file can be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void write(TableRow row, Context context) throws IOException {
        TableDay of = new TableDay(row.table(), row.day());
        StagedRows rows = waiting.get(of);
        if (rows == null) {
            rows = stage(row.definition());
            waiting.put(of, rows);
        }
        rows.add(row);
    }

    private StagedRows stage(Table table) throws IOException {
        try {
            return new StagedRows(database, "rows_" + files++, table);
        } catch (SQLException e) {
            throw new IOException("No Parquet file can be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void flush(boolean endOfInput) {
        // Files are written when they are asked for to be committed, right after this.
    }

    @Override
    public Collection<WrittenFiles> prepareCommit() throws IOException {
        if (waiting.isEmpty()) {
            return List.of();
        }
        String id = name + "-" + commits++;
        Set<String> erased = ParquetErasures.keysIn(folder.toString());
        List<WrittenFiles.WrittenFile> done = new ArrayList<>();
        for (Map.Entry<TableDay, StagedRows> entry : waiting.entrySet()) {
            WrittenFiles.WrittenFile file = finish(entry.getKey().day(), entry.getValue(), erased, id);
            if (file.rows() > 0) {
                done.add(file);
                written.inc(file.rows());
            } else {
                Files.delete(Path.of(file.path()));
            }
        }
        waiting.clear();
        return done.isEmpty() ? List.of() : List.of(new WrittenFiles(id, done));
    }

    private WrittenFiles.WrittenFile finish(String day, StagedRows rows, Set<String> erased, String id)
            throws IOException {
        Table table = rows.table();
        Target target = targets.computeIfAbsent(table.name(), known -> target(table));
        Path file = IcebergTables.dataFile(target.location(), day, id);
        Files.createDirectories(IcebergTables.parent(file));
        long count = rows.copyTo(file, erased, target.fieldIds());
        return new WrittenFiles.WrittenFile(table.name(), day, file.toString(), count, Files.size(file));
    }

    private Target target(Table table) {
        org.apache.iceberg.Table made = catalog.ensure(table);
        return new Target(made.location(), IcebergColumns.fieldIds(table, made.schema()));
    }

    @Override
    public void close() throws SQLException {
        catalog.close();
        database.close();
    }
}
