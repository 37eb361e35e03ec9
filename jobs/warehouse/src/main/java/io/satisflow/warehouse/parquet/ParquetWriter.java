package io.satisflow.warehouse.parquet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ColumnType;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One Parquet file of one table: rows are staged in the database, and copied out when the file is finished. */
final class ParquetWriter implements BulkWriter<TableRow> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Connection database;
    private final String staging;
    private final String folder;
    private final FSDataOutputStream out;
    private final AfterClosing afterClosing;
    private @Nullable Table table;
    private @Nullable DuckDBAppender appender;

    ParquetWriter(Connection database, Place place, FSDataOutputStream out, AfterClosing afterClosing) {
        this.database = database;
        this.staging = place.staging();
        this.folder = place.folder();
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

    @Override
    public void addElement(TableRow row) throws IOException {
        try {
            if (table == null || appender == null) {
                begin(row.definition());
            }
            append(row);
        } catch (SQLException e) {
            throw new IOException(
                    "A row of %s cannot be written as Parquet: %s".formatted(row.table(), e.getMessage()), e);
        }
    }

    /** The first row says which table the file is of. */
    private void begin(Table first) throws SQLException {
        table = first;
        String columns = first.columns().stream()
                .map(column -> column.quoted() + " " + staged(column.type()))
                .collect(Collectors.joining(", "));
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE %s (%s)".formatted(staging, columns));
        }
        appender = database.unwrap(DuckDBConnection.class).createAppender("main", staging);
    }

    private void append(TableRow row) throws SQLException, IOException {
        if (table == null || appender == null) {
            return;
        }
        List<@Nullable Object> cells = row.cells();
        appender.beginRow();
        for (int index = 0; index < cells.size(); index++) {
            Object cell = cells.get(index);
            if (cell == null) {
                appender.appendNull();
                continue;
            }
            switch (table.columns().get(index).type()) {
                case TEXT, JSON -> appender.append((String) cell);
                case TEXTS_BY_NAME -> appender.append(MAPPER.writeValueAsString(cell));
                case WHOLE -> appender.append(((Long) cell).longValue());
                case NUMBER -> appender.append(((Double) cell).doubleValue());
                case YES_OR_NO -> appender.append(((Boolean) cell).booleanValue());
                case INSTANT -> appender.append(((Instant) cell).toEpochMilli());
                case DAY -> appender.append(((LocalDate) cell).toEpochDay());
            }
        }
        appender.endRow();
    }

    private static String staged(ColumnType type) {
        return switch (type) {
            case TEXT, JSON, TEXTS_BY_NAME -> "VARCHAR";
            case WHOLE, INSTANT, DAY -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case YES_OR_NO -> "BOOLEAN";
        };
    }

    private static String unstaged(Column column) {
        String name = column.quoted();
        String value = switch (column.type()) {
            case INSTANT -> "epoch_ms(%s) AT TIME ZONE 'UTC'".formatted(name);
            case DAY -> "DATE '1970-01-01' + CAST(%s AS INTEGER)".formatted(name);
            case TEXTS_BY_NAME -> "from_json(%s, '\"MAP(VARCHAR, VARCHAR)\"')".formatted(name);
            case JSON -> "CAST(%s AS JSON)".formatted(name);
            default -> name;
        };
        return value + " AS " + name;
    }

    @Override
    public void flush() {
        // What is staged is written when the file is finished.
    }

    @Override
    public void finish() throws IOException {
        if (table == null || appender == null) {
            return;
        }
        Path file = Files.createTempFile("satisflow-", ParquetSink.EXTENSION);
        try (Statement statement = database.createStatement()) {
            appender.close();
            for (String leavingOut : ParquetErasures.leavingOut(table, staging, ParquetErasures.keysIn(folder))) {
                statement.execute(leavingOut);
            }
            statement.execute("COPY (SELECT %s FROM %s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(
                            table.columns().stream()
                                    .map(ParquetWriter::unstaged)
                                    .collect(Collectors.joining(", ")),
                            staging,
                            file.toString().replace("'", "''")));
            statement.execute("DROP TABLE " + staging);
            Files.copy(file, out);
            afterClosing.run();
        } catch (SQLException e) {
            throw new IOException(
                    "A Parquet file of %s cannot be written: %s".formatted(table.name(), e.getMessage()), e);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
