package io.satisflow.warehouse.parquet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ColumnType;
import io.satisflow.warehouse.table.ErasedCustomers;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.FileSystem;

/**
 * Customers who were erased from Parquet files. Files are rewritten; who was erased stands beside them, so that a job which begins
 * there leaves them out.
 */
public final class ParquetErasures {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FILE = "erasures.json";
    private static final List<Table> QUOTING = List.of(Tables.ALERTS, Tables.SIGNALS, Tables.NOTIFICATIONS);

    private final Path folder;
    private final TableFiles files;

    public ParquetErasures(Path folder) {
        this(folder, new ParquetTables(folder));
    }

    /** @param files of the tables, and it is remembered in the folder who was erased from them */
    public ParquetErasures(Path folder, TableFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /** @param folder a path, or an address that Flink's file systems know */
    public static Set<String> keysIn(String folder) throws IOException {
        org.apache.flink.core.fs.Path file = new org.apache.flink.core.fs.Path(folder, FILE);
        FileSystem files = file.getFileSystem();
        if (!files.exists(file)) {
            return Set.of();
        }
        try (InputStream in = files.open(file)) {
            return new TreeSet<>(List.of(MAPPER.readValue(in, String[].class)));
        }
    }

    /**
     * What takes customers who were erased, lately perhaps, out of rows that no file holds yet.
     *
     * @param staging where the rows of a table are
     * @return statements in SQL
     */
    static List<String> leavingOut(Table table, String staging, Set<String> keys) {
        if (keys.isEmpty() || !table.has(ErasedCustomers.KEY)) {
            return List.of();
        }
        String isTheirs = keys.stream()
                .map(key -> "'" + quoted(key) + "'")
                .collect(Collectors.joining(", ", "\"%s\" IN (".formatted(ErasedCustomers.KEY), ")"));
        return List.of(
                table.equals(Tables.TICKETS)
                        ? "UPDATE %s SET subject = NULL, \"%s\" = NULL WHERE %s"
                                .formatted(staging, ErasedCustomers.KEY, isTheirs)
                        : "DELETE FROM %s WHERE %s".formatted(staging, isTheirs));
    }

    /**
     * Erases again whom it has erased before: a file that was being written meanwhile may hold them still.
     *
     * @return how many files were rewritten
     */
    public long eraseAgain() throws IOException, SQLException {
        long rewritten = 0;
        for (String key : keysIn(folder.toString())) {
            rewritten += erase(key, List.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        return rewritten;
    }

    /** @return by table, how many files were rewritten */
    public Map<String, Long> erase(String customerKey, Collection<String> quotes) throws IOException, SQLException {
        Set<String> keys = new TreeSet<>(keysIn(folder.toString()));
        keys.add(customerKey);
        // A job reads it whenever it finishes a file, so it is never half there.
        Path part = folder.resolve("." + FILE);
        MAPPER.writeValue(part.toFile(), keys);
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Map<String, Long> rewritten = new TreeMap<>();
        String isTheirs = "\"%s\" = '%s'".formatted(ErasedCustomers.KEY, quoted(customerKey));
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            rewritten.put(
                    "feedback",
                    rewrite(
                            database,
                            Tables.FEEDBACK,
                            isTheirs,
                            new TableFiles.Rewriting("*", "NOT coalesce(%s, false)".formatted(isTheirs))));
            rewritten.put(
                    "tickets",
                    rewrite(
                            database,
                            Tables.TICKETS,
                            isTheirs,
                            new TableFiles.Rewriting(
                                    "* REPLACE (CASE WHEN %1$s THEN NULL ELSE subject END AS subject, CASE WHEN %1$s THEN NULL ELSE customer_key END AS customer_key)"
                                            .formatted(isTheirs),
                                    "true")));
            for (Table table : QUOTING) {
                rewritten.put(table.name(), blotOut(database, table, quotes));
            }
        }
        return rewritten;
    }

    private long blotOut(Connection database, Table table, Collection<String> quotes) throws IOException, SQLException {
        long rewritten = 0;
        for (String quote : quotes) {
            String inJson = MAPPER.writeValueAsString(quote);
            String escaped = inJson.substring(1, inJson.length() - 1);
            List<Column> texts = table.columns().stream()
                    .filter(column -> switch (column.type()) {
                        case TEXT, JSON, TEXTS_BY_NAME -> !table.key().contains(column.name());
                        default -> false;
                    })
                    .toList();
            String quoting = texts.stream()
                    .map(column -> "contains(%s, '%s')".formatted(asText(column), quoted(said(column, quote, escaped))))
                    .collect(Collectors.joining(" OR "));
            String replaced = texts.stream()
                    .map(column -> blotted(column, said(column, quote, escaped)))
                    .collect(Collectors.joining(", ", "* REPLACE (", ")"));
            rewritten += rewrite(database, table, quoting, new TableFiles.Rewriting(replaced, "true"));
        }
        return rewritten;
    }

    private static String said(Column column, String quote, String escaped) {
        return column.type() == ColumnType.TEXT ? quote : escaped;
    }

    private static String asText(Column column) {
        return column.type() == ColumnType.TEXTS_BY_NAME
                ? "CAST(to_json(%s) AS VARCHAR)".formatted(column.quoted())
                : "CAST(%s AS VARCHAR)".formatted(column.quoted());
    }

    private static String blotted(Column column, String quote) {
        String text = "replace(%s, '%s', '[erased]')".formatted(asText(column), quoted(quote));
        return switch (column.type()) {
                    case TEXTS_BY_NAME -> "from_json(%s, '\"MAP(VARCHAR, VARCHAR)\"')".formatted(text);
                    case JSON -> "CAST(%s AS JSON)".formatted(text);
                    default -> text;
                }
                + " AS " + column.quoted();
    }

    private long rewrite(Connection database, Table table, String concerned, TableFiles.Rewriting rewriting)
            throws SQLException, IOException {
        long rewritten = 0;
        for (Path file : files.files(table)) {
            if (holds(database, file, concerned)) {
                files.replace(database, table, List.of(file), rewriting);
                rewritten++;
            }
        }
        return rewritten;
    }

    /** Whether any row of the file meets a condition. */
    private static boolean holds(Connection database, Path file, String condition) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM read_parquet(%s, hive_partitioning = false) WHERE %s"
                                .formatted(DuckDbSql.quoted(file), condition))) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    /** Whether somebody's tables are here. */
    public boolean isThere() {
        return Files.isDirectory(folder);
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }
}
