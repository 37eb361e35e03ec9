package io.satisflow.warehouse.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills a row by the names of its columns; what is not named is null. */
public final class RowBuilder {
    private final Table table;
    private final List<@Nullable Object> values;

    private RowBuilder(Table table) {
        this.table = table;
        this.values = new ArrayList<>(Collections.nCopies(table.columns().size(), null));
    }

    public static RowBuilder of(Table table) {
        return new RowBuilder(table);
    }

    /** @param value of the column's type: String, Long, Double, Boolean, Instant, LocalDate or Map; JSON as text */
    public RowBuilder set(String column, @Nullable Object value) {
        // Sorted, so that a segment is one key whatever order its names came in.
        values.set(table.indexOf(column), value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
        return this;
    }

    /** @throws IllegalStateException when a column of the key is null */
    public TableRow build() {
        for (String column : table.key()) {
            if (values.get(table.indexOf(column)) == null) {
                throw new IllegalStateException("A row of %s has no %s".formatted(table.name(), column));
            }
        }
        return TableRow.of(table, values);
    }
}
