package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ColumnType;
import io.satisflow.warehouse.table.Table;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.catalog.ViewCatalog;

/** A view in the catalog beside each table, such as {@code tickets_latest}: every row once, by its latest version. */
final class LatestView {
    private static final String SUFFIX = "_latest";

    private LatestView() {}

    static void replace(ViewCatalog catalog, Table table, Schema schema) {
        catalog.buildView(TableIdentifier.of(IcebergCatalog.NAMESPACE, table.name() + SUFFIX))
                .withSchema(schema)
                .withDefaultNamespace(IcebergCatalog.NAMESPACE)
                .withQuery("spark", query(table, "`", "to_json(%s)"))
                .withQuery("trino", query(table, "\"", "%s"))
                .createOrReplace();
    }

    /**
     * @param quote of names
     * @param comparable how a map is written where rows are told apart by it: Spark compares none
     */
    private static String query(Table table, String quote, String comparable) {
        String columns = table.columns().stream()
                .map(column -> quoted(column.name(), quote))
                .collect(Collectors.joining(", "));
        String key = table.key().stream()
                .map(name -> key(table.columns().get(table.indexOf(name)), quote, comparable))
                .collect(Collectors.joining(", "));
        // A row that never changes stands once, so that any order does.
        String order = (table.version().isEmpty() ? table.key().subList(0, 1) : table.version())
                .stream().map(name -> quoted(name, quote) + " DESC").collect(Collectors.joining(", "));
        return ("SELECT %s FROM (SELECT *, row_number() OVER (PARTITION BY %s ORDER BY %s) AS nth_newest FROM %s) WHERE nth_newest = 1")
                .formatted(columns, key, order, quoted(table.name(), quote));
    }

    private static String key(Column column, String quote, String comparable) {
        String name = quoted(column.name(), quote);
        return column.type() == ColumnType.TEXTS_BY_NAME ? comparable.formatted(name) : name;
    }

    private static String quoted(String name, String quote) {
        return quote + name + quote;
    }
}
