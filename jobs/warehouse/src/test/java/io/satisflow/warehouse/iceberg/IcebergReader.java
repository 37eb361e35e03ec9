package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** What Iceberg's own reader reads of a table. */
final class IcebergReader {
    private IcebergReader() {}

    static List<Record> read(IcebergCatalog catalog, Table table) throws IOException {
        List<Record> rows = new ArrayList<>();
        try (CloseableIterable<Record> records =
                IcebergGenerics.read(catalog.ensure(table)).build()) {
            records.forEach(record -> rows.add(record.copy()));
        }
        return rows;
    }

    /** One column of every row, sorted. */
    static List<String> read(IcebergCatalog catalog, Table table, String column) throws IOException {
        return read(catalog, table).stream()
                .map(row -> String.valueOf(row.getField(column)))
                .sorted()
                .toList();
    }
}
