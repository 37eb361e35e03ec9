package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.table.Column;
import io.satisflow.warehouse.table.ColumnType;
import io.satisflow.warehouse.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Our tables as Iceberg has them: the same columns, all optional, in a partition for each day. */
final class IcebergColumns {
    private IcebergColumns() {}

    static Schema schema(Table table) {
        List<Types.NestedField> fields = new ArrayList<>();
        int id = 1;
        for (Column column : table.columns()) {
            String meaning = column.meaning().isEmpty() ? null : column.meaning();
            fields.add(Types.NestedField.optional(id, column.name(), type(column.type(), id + 1), meaning));
            // A map has the two ids after its own; the catalog gives ids of its own when it makes the table.
            id += 3;
        }
        return new Schema(fields);
    }

    /** @param freeId from which nested fields may be numbered */
    static Type type(ColumnType type, int freeId) {
        return switch (type) {
            case TEXT, JSON -> Types.StringType.get();
            case WHOLE -> Types.LongType.get();
            case NUMBER -> Types.DoubleType.get();
            case YES_OR_NO -> Types.BooleanType.get();
            case INSTANT -> Types.TimestampType.withZone();
            case DAY -> Types.DateType.get();
            case TEXTS_BY_NAME ->
                Types.MapType.ofOptional(freeId, freeId + 1, Types.StringType.get(), Types.StringType.get());
        };
    }

    static PartitionSpec byDay(Table table, Schema schema) {
        PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
        ColumnType type = table.columns().get(table.indexOf(table.date())).type();
        return type == ColumnType.DAY
                ? spec.identity(table.date()).build()
                : spec.day(table.date()).build();
    }

    /** What has DuckDB write the ids by which Iceberg knows columns. */
    static String fieldIds(Table table, Schema schema) {
        return table.columns().stream()
                .map(column -> fieldId(column, schema.findField(column.name())))
                .collect(Collectors.joining(", ", ", FIELD_IDS {", "}"));
    }

    private static String fieldId(Column column, Types.NestedField field) {
        if (field.type() instanceof Types.MapType map) {
            return "%s: {__duckdb_field_id: %d, key: %d, value: %d}"
                    .formatted(column.quoted(), field.fieldId(), map.keyId(), map.valueId());
        }
        return "%s: %d".formatted(column.quoted(), field.fieldId());
    }
}
