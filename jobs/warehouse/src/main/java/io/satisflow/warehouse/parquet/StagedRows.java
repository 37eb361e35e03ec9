package io.satisflow.warehouse.parquet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ColumnType;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Rows of one table in the memory of DuckDB, until they are copied out as one Parquet file. */
public final class StagedRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Connection database;
    private final String staging;
    private final Table table;
    private final DuckDBAppender appender;

    /** @param staging a name that nothing else in the database has */
    public StagedRows(Connection database, String staging, Table table) throws SQLException {
        this.database = database;
        this.staging = staging;
        this.table = table;
        String columns = table.columns().stream()
                .map(column -> column.quoted() + " " + staged(column.type()))
                .collect(Collectors.joining(", "));
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE %s (%s)".formatted(staging, columns));
        }
        appender = database.unwrap(DuckDBConnection.class).createAppender("main", staging);
    }

    public Table table() {
        return table;
    }

    public void add(TableRow row) throws IOException {
        try {
            append(row.cells());
        } catch (SQLException e) {
            throw new IOException(
                    "A row of %s cannot be written as Parquet: %s".formatted(row.table(), e.getMessage()), e);
        }
    }

    private void append(List<@Nullable Object> cells) throws SQLException, IOException {
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

    /**
     * Copies the rows out and forgets them.
     *
     * @param erased customers who are left out
     * @param options of DuckDB's COPY besides format and compression, such as {@code , FIELD_IDS {...}}
     * @return how many rows the file has
     */
    public long copyTo(Path file, Set<String> erased, String options) throws IOException {
        try (Statement statement = database.createStatement()) {
            appender.close();
            for (String leavingOut : ParquetErasures.leavingOut(table, staging, erased)) {
                statement.execute(leavingOut);
            }
            statement.execute("COPY (SELECT %s FROM %s) TO '%s' (FORMAT parquet, COMPRESSION zstd%s)"
                    .formatted(
                            table.columns().stream().map(StagedRows::unstaged).collect(Collectors.joining(", ")),
                            staging,
                            file.toString().replace("'", "''"),
                            options));
            long rows = count(statement);
            statement.execute("DROP TABLE " + staging);
            return rows;
        } catch (SQLException e) {
            throw new IOException(
                    "A Parquet file of %s cannot be written: %s".formatted(table.name(), e.getMessage()), e);
        }
    }

    private long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + staging)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
