package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;

/**
 * The tables in a folder, by a catalog in a file beside them: Iceberg's JDBC catalog on SQLite, which other readers of Iceberg
 * open as well.
 */
public final class IcebergCatalog implements AutoCloseable {
    static final Namespace NAMESPACE = Namespace.of("satisflow");
    private static final String NAME = "satisflow";
    private static final String FILE = "catalog.db";
    private static final String BUSY_MILLIS = "30000";
    private static final String VERSIONS_OF_METADATA = "20";

    private final JdbcCatalog catalog;

    private IcebergCatalog(JdbcCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param folder which is made when it is not there */
    public static IcebergCatalog open(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        Files.createDirectories(place);
        loadDriver();
        JdbcCatalog catalog = new JdbcCatalog(properties -> new LocalFiles(), null, true);
        catalog.initialize(
                NAME,
                Map.of(
                        CatalogProperties.URI,
                        "jdbc:sqlite:" + place.resolve(FILE),
                        CatalogProperties.WAREHOUSE_LOCATION,
                        place.toString(),
                        CatalogProperties.CLIENT_POOL_SIZE,
                        "1",
                        "jdbc.schema-version",
                        "V1",
                        // A job commits while a compaction does, in another process perhaps.
                        "jdbc.busy_timeout",
                        BUSY_MILLIS));
        if (!catalog.namespaceExists(NAMESPACE)) {
            catalog.createNamespace(NAMESPACE);
        }
        return new IcebergCatalog(catalog);
    }

    /** Whether somebody's tables are there. */
    public static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    private static void loadDriver() {
        try {
            // In a job's own class loader, drivers do not report themselves.
            Class.forName("org.sqlite.JDBC");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The driver of SQLite is not on the class path", e);
        }
    }

    /** The table, when it is there. */
    Optional<org.apache.iceberg.Table> find(Table definition) {
        TableIdentifier name = TableIdentifier.of(NAMESPACE, definition.name());
        return catalog.tableExists(name) ? Optional.of(catalog.loadTable(name)) : Optional.empty();
    }

    /** Makes the table and its view when they are not there; a column that is new is added to both. */
    org.apache.iceberg.Table ensure(Table definition) {
        TableIdentifier name = TableIdentifier.of(NAMESPACE, definition.name());
        if (!catalog.tableExists(name)) {
            Schema schema = IcebergColumns.schema(definition);
            org.apache.iceberg.Table made = catalog.buildTable(name, schema)
                    .withPartitionSpec(IcebergColumns.byDay(definition, schema))
                    .withProperties(Map.of(
                            TableProperties.FORMAT_VERSION,
                            "2",
                            TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
                            "true",
                            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
                            VERSIONS_OF_METADATA,
                            "comment",
                            definition.meaning()))
                    .create();
            LatestView.replace(catalog, definition, made.schema());
            return made;
        }
        org.apache.iceberg.Table table = catalog.loadTable(name);
        List<Column> missing = definition.columns().stream()
                .filter(column -> table.schema().findField(column.name()) == null)
                .toList();
        if (!missing.isEmpty()) {
            UpdateSchema update = table.updateSchema();
            missing.forEach(column -> update.addColumn(
                    column.name(),
                    IcebergColumns.type(column.type(), table.schema().highestFieldId() + 1)));
            update.commit();
            LatestView.replace(catalog, definition, table.schema());
        }
        return table;
    }

    /** Forgets all tables and their files. */
    void drop() {
        catalog.listViews(NAMESPACE).forEach(catalog::dropView);
        catalog.listTables(NAMESPACE).forEach(table -> catalog.dropTable(table, true));
    }

    @Override
    public void close() {
        catalog.close();
    }
}
