package io.satisflow.warehouse.parquet;

import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/** One Parquet file of one table: rows are staged in the database, and copied out when the file is finished. */
final class ParquetWriter implements BulkWriter<TableRow> {
    private final Connection database;
    private final Place place;
    private final FSDataOutputStream out;
    private final AfterClosing afterClosing;
    private @Nullable StagedRows rows;

    ParquetWriter(Connection database, Place place, FSDataOutputStream out, AfterClosing afterClosing) {
        this.database = database;
        this.place = place;
        this.out = out;
        this.afterClosing = afterClosing;
    }

    /**
     * Where rows are.
     *
     * @param staging a table of the database, until the file is finished
     * @param folder of all tables
     */
    record Place(String staging, String folder) {}

    @FunctionalInterface
    interface AfterClosing {
        void run() throws SQLException;
    }

    /** The first row says which table the file is of. */
    @Override
    public void addElement(TableRow row) throws IOException {
        if (rows == null) {
            try {
                rows = new StagedRows(database, place.staging(), row.definition());
            } catch (SQLException e) {
                throw new IOException("No Parquet file can be written: " + e.getMessage(), e);
            }
        }
        rows.add(row);
    }

    @Override
    public void flush() {
        // What is staged is written when the file is finished.
    }

    @Override
    public void finish() throws IOException {
        if (rows == null) {
            return;
        }
        Path file = Files.createTempFile("satisflow-", ParquetSink.EXTENSION);
        try {
            rows.copyTo(file, ParquetErasures.keysIn(place.folder()), "");
            Files.copy(file, out);
            afterClosing.run();
        } catch (SQLException e) {
            throw new IOException("A Parquet file cannot be finished: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
