package io.satisflow.local.tables;

import io.satisflow.local.tables.WrongQuery.KnownTable;
import io.satisflow.warehouse.iceberg.IcebergCatalog;
import io.satisflow.warehouse.iceberg.IcebergTables;
import io.satisflow.warehouse.parquet.ParquetTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exported topics as tables of an SQL database in memory (DuckDB). {@code tables.sql} says what they hold; the warehouse
 * has the same names and columns.
 */
public final class ResultTables implements AutoCloseable {
    /** With as many parts of a second as there are; of universal time, Z. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private static final Set<Integer> FRACTIONS =
            Set.of(java.sql.Types.DOUBLE, java.sql.Types.FLOAT, java.sql.Types.REAL);

    private static final String END_OF_STATEMENT = ";\n";

    private final Connection connection;
    private final ZoneId zone;

    private ResultTables(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /**
     * @param topics a folder of {@code <topic>.jsonl}
     * @param zone where days begin, and in which times are shown
     * @throws TablesException when the folder does not hold what a replay or a run has written
     */
    public static ResultTables open(Path topics, ZoneId zone) {
        if (!Files.isRegularFile(topics.resolve("sla-events.jsonl"))) {
            throw new TablesException(
                    "%s holds no topics; give the DIR of a finished replay or of a run".formatted(topics));
        }
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            ResultTables tables = new ResultTables(connection, zone);
            tables.define(topics);
            return tables;
        } catch (SQLException e) {
            throw new TablesException("The tables over %s cannot be built: %s".formatted(topics, e.getMessage()), e);
        }
    }

    /**
     * The tables that the warehouse has written as Parquet files.
     *
     * @throws TablesException when the folder holds none
     */
    public static ResultTables ofParquet(Path folder, ZoneId zone) {
        ParquetTables files = new ParquetTables(folder);
        if (files.files() == 0) {
            throw new TablesException("%s holds no tables; fill it with ./satisflow warehouse --dir DIR --parquet %s"
                    .formatted(folder, folder));
        }
        return ofViews(folder, files.views(), zone);
    }

    /**
     * The tables that the warehouse has written as Iceberg tables, as they are now.
     *
     * @throws TablesException when the folder holds none
     */
    public static ResultTables ofIceberg(Path folder, ZoneId zone) {
        if (!IcebergCatalog.isThere(folder)) {
            throw new TablesException("%s holds no tables; fill it with ./satisflow warehouse --dir DIR --iceberg %s"
                    .formatted(folder, folder));
        }
        try (IcebergTables tables = IcebergTables.open(folder)) {
            return ofViews(folder, tables.views(), zone);
        } catch (IOException e) {
            throw new TablesException("The tables in %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static ResultTables ofViews(Path folder, String views, ZoneId zone) {
        try {
            ResultTables tables = new ResultTables(DriverManager.getConnection("jdbc:duckdb:"), zone);
            tables.execute("SET TimeZone = '%s'".formatted(quoted(zone.getId())));
            tables.execute(views);
            tables.execute(resource("views.sql"));
            tables.execute(resource("first_replies.sql"));
            return tables;
        } catch (SQLException e) {
            throw new TablesException("The tables in %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * What the answer to a query is: the names of its columns, and its rows as texts; null is SQL's.
     *
     * @param fractions places of the columns whose numbers have as many digits as binary fractions come to
     */
    public record Answer(List<String> columns, List<List<@Nullable String>> rows, Set<Integer> fractions) {}

    /**
     * Instants are told in the zone of these tables.
     *
     * @throws TablesException with what there is not, or the database's own words, when the query is wrong
     */
    public Answer ask(String query) {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return new Answer(List.of(), List.of(), Set.of());
            }
            try (ResultSet rows = statement.getResultSet()) {
                return answer(rows);
            }
        } catch (SQLException e) {
            throw new TablesException(WrongQuery.message(e, query, known()), e);
        }
    }

    private List<KnownTable> known() {
        return tables().rows().stream()
                .map(row -> new KnownTable(String.valueOf(row.get(0)), String.valueOf(row.get(1))))
                .toList();
    }

    /** The tables that people ask of, with their columns. */
    public Answer tables() {
        return ask("""
                SELECT table_name AS "table", string_agg(column_name, ', ' ORDER BY column_index) AS columns
                FROM duckdb_columns() WHERE NOT internal AND table_name NOT LIKE 'topic\\_%' ESCAPE '\\'
                GROUP BY table_name ORDER BY table_name""");
    }

    private void define(Path topics) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = '%s'".formatted(quoted(zone.getId())));
        }
        execute("topics.sql", topics);
        TicketTable.create(connection);
        execute("tables.sql", topics);
        execute(resource("first_replies.sql"));
    }

    private void execute(String file, Path topics) throws SQLException {
        execute(resource(file)
                .replace("${topics}", quoted(topics.toString()))
                .replace("${zone}", quoted(zone.getId())));
    }

    private void execute(String definitions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String definition : definitions.split(END_OF_STATEMENT, -1)) {
                if (!definition.isBlank()) {
                    statement.execute(definition);
                }
            }
        }
    }

    private Answer answer(ResultSet rows) throws SQLException {
        int width = rows.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        Set<Integer> fractions = new HashSet<>();
        for (int column = 1; column <= width; column++) {
            columns.add(rows.getMetaData().getColumnName(column));
            if (FRACTIONS.contains(rows.getMetaData().getColumnType(column))) {
                fractions.add(column - 1);
            }
        }
        List<List<@Nullable String>> all = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                row.add(text(rows, column));
            }
            all.add(row);
        }
        return new Answer(columns, all, fractions);
    }

    /** The driver tells every instant in universal time. */
    private @Nullable String text(ResultSet rows, int column) throws SQLException {
        if (rows.getMetaData().getColumnType(column) != java.sql.Types.TIMESTAMP_WITH_TIMEZONE) {
            return rows.getString(column);
        }
        OffsetDateTime instant = rows.getObject(column, OffsetDateTime.class);
        return instant == null ? null : TIME.format(instant.atZoneSameInstant(zone));
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ResultTables.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new TablesException("The tables cannot be closed: " + e.getMessage(), e);
        }
    }
}
