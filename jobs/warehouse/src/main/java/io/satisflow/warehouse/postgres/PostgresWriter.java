package io.satisflow.warehouse.postgres;

import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ErasedCustomers;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.TableRow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/** Collects rows and writes them in one transaction, at each checkpoint and whenever there are many. */
final class PostgresWriter implements SinkWriter<TableRow> {
    private static final int MANY = 2_000;

    private final PostgresAddress address;
    private final Counter written;
    private final Connection connection;
    /** By table and key, so that a row is written once a transaction, as it was said last. */
    private final Map<String, Map<String, TableRow>> waiting = new LinkedHashMap<>();

    private int count;

    PostgresWriter(PostgresAddress address, Counter written) throws IOException {
        this.address = address;
        this.written = written;
        try {
            connection = address.connect();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(TableRow row, Context context) throws IOException {
        waiting.computeIfAbsent(row.table(), table -> new LinkedHashMap<>())
                .merge(row.key(), row, (earlier, later) -> later.isOlderThan(earlier) ? earlier : later);
        count++;
        if (count >= MANY) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
        if (count == 0) {
            return;
        }
        try {
            Set<String> erased = erased();
            for (Map<String, TableRow> rows : waiting.values()) {
                upsert(rows.values(), erased);
            }
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
        written.inc(count);
        waiting.clear();
        count = 0;
    }

    private void upsert(Collection<TableRow> rows, Set<String> erased) throws SQLException {
        Table table = rows.iterator().next().definition();
        try (PreparedStatement statement = connection.prepareStatement(PostgresSql.upsert(table))) {
            for (TableRow row : rows) {
                List<@Nullable Object> cells = ErasedCustomers.without(erased, row);
                if (cells.isEmpty()) {
                    continue;
                }
                int place = 1;
                for (Column column : table.columns()) {
                    PostgresCells.set(statement, place, column.type(), cells.get(place - 1));
                    place++;
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Customers who were erased stay so, whatever the topics still hold of them. */
    private Set<String> erased() throws SQLException {
        Set<String> keys = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT customer_key FROM erasures")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private IOException failed(SQLException e) {
        SQLException next = e.getNextException();
        return new IOException(
                "The PostgreSQL at %s cannot be written: %s; the job goes on from its last checkpoint"
                        .formatted(address, next == null ? e.getMessage() : next.getMessage()),
                e);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
