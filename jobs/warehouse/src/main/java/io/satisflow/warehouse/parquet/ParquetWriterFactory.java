package io.satisflow.warehouse.parquet;

import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/** Opens files. All that are open at once in a task share a database in memory, which goes with the last of them. */
final class ParquetWriterFactory implements BulkWriter.Factory<TableRow> {
    private final String folder;
    private transient @Nullable Connection database;
    private transient int open;
    private transient int opened;

    /** @param folder of the tables, where it stands who was erased */
    ParquetWriterFactory(String folder) {
        this.folder = folder;
    }

    @Override
    public BulkWriter<TableRow> create(FSDataOutputStream out) throws IOException {
        try {
            if (database == null) {
                database = DriverManager.getConnection("jdbc:duckdb:");
                try (Statement statement = database.createStatement()) {
                    statement.execute("SET threads = 1");
                }
            }
            open++;
            return new ParquetWriter(database, new ParquetWriter.Place("rows_" + opened++, folder), out, this::closed);
        } catch (SQLException e) {
            throw new IOException("No Parquet file can be written: " + e.getMessage(), e);
        }
    }

    private void closed() throws SQLException {
        open--;
        if (open == 0 && database != null) {
            database.close();
            database = null;
        }
    }
}
