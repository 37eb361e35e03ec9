package io.satisflow.warehouse.postgres;

import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ColumnType;
import io.satisflow.warehouse.table.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Our tables in PostgreSQL's SQL. */
final class PostgresSql {
    private PostgresSql() {}

    /** The table with its comments. */
    static String definition(Table table) {
        String columns = table.columns().stream()
                .map(column -> "  %s %s%s"
                        .formatted(
                                column.quoted(),
                                column.type().inPostgres(),
                                table.key().contains(column.name()) ? " NOT NULL" : ""))
                .collect(Collectors.joining(",\n"));
        String comments = table.columns().stream()
                .filter(column -> !column.meaning().isEmpty())
                .map(column -> "COMMENT ON COLUMN \"%s\".%s IS '%s';\n"
                        .formatted(table.name(), column.quoted(), text(column.meaning())))
                .collect(Collectors.joining());
        return "CREATE TABLE \"%s\" (\n%s,\n  PRIMARY KEY (%s)\n);\n".formatted(table.name(), columns, key(table))
                + "COMMENT ON TABLE \"%s\" IS '%s';\n".formatted(table.name(), text(table.meaning()))
                + comments
                + indexes(table);
    }

    private static String indexes(Table table) {
        String byDate = table.date().equals(table.key().get(0))
                ? ""
                : "CREATE INDEX ON \"%s\" (\"%s\");\n".formatted(table.name(), table.date());
        return table.has("customer_key")
                ? byDate
                        + "CREATE INDEX ON \"%s\" (\"customer_key\") WHERE \"customer_key\" IS NOT NULL;\n"
                                .formatted(table.name())
                : byDate;
    }

    /** A row that is there already is replaced, unless it is of a later version. */
    static String upsert(Table table) {
        String names = table.columns().stream().map(Column::quoted).collect(Collectors.joining(", "));
        String places = table.columns().stream()
                .map(column -> column.type() == ColumnType.INSTANT ? "?::timestamptz" : "?")
                .collect(Collectors.joining(", "));
        String changes = table.columns().stream()
                .filter(column -> !table.key().contains(column.name()))
                .map(column -> "%1$s = excluded.%1$s".formatted(column.quoted()))
                .collect(Collectors.joining(", "));
        String upsert = "INSERT INTO \"%s\" (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(table.name(), names, places, key(table), changes);
        return table.version().isEmpty()
                ? upsert
                : upsert
                        + " WHERE (%s) <= (%s)"
                                .formatted(
                                        versions(table.version(), "\"" + table.name() + "\"."),
                                        versions(table.version(), "excluded."));
    }

    private static String versions(List<String> names, String of) {
        return names.stream().map(name -> "%s\"%s\"".formatted(of, name)).collect(Collectors.joining(", "));
    }

    private static String key(Table table) {
        return table.key().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    private static String text(String meaning) {
        return meaning.replace("'", "''");
    }
}
