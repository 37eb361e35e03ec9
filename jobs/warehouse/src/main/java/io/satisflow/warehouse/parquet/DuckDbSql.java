package io.satisflow.warehouse.parquet;

import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.Table;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Files of tables in DuckDB's SQL. */
public final class DuckDbSql {
    private DuckDbSql() {}

    /**
     * A view of every row as it stands, by its latest version; of no files, an empty one.
     *
     * @param files a text or a list of SQL that names them; empty for none
     */
    public static String latest(Table table, String files) {
        String order = table.version().stream().map("\"%s\" DESC"::formatted).collect(Collectors.joining(", "));
        return ("CREATE VIEW \"%s\" AS SELECT %s FROM %s\n  QUALIFY row_number() OVER (PARTITION BY %s%s) = 1;\n")
                .formatted(
                        table.name(),
                        table.columns().stream().map(Column::quoted).collect(Collectors.joining(", ")),
                        versions(table, files),
                        table.key().stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
                        order.isEmpty() ? "" : " ORDER BY " + order);
    }

    /**
     * All rows of files, with every column of the table: one that the files do not have yet is null.
     *
     * @param files a text or a list of SQL that names them; empty for none
     */
    public static String versions(Table table, String files) {
        String none = "SELECT %s WHERE false"
                .formatted(table.columns().stream()
                        .map(column ->
                                "CAST(NULL AS %s) AS %s".formatted(column.type().inDuckDb(), column.quoted()))
                        .collect(Collectors.joining(", ")));
        return files.isEmpty()
                ? "(%s)".formatted(none)
                : "(%s UNION ALL BY NAME SELECT * FROM read_parquet(%s, union_by_name = true, hive_partitioning = false))"
                        .formatted(none, files);
    }

    /** Empty for none. */
    public static String list(Collection<Path> files) {
        return files.isEmpty() ? "" : files.stream().map(DuckDbSql::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** As a text of SQL, in its quotes. */
    public static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
