package io.satisflow.warehouse.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stays of a row whose customer was erased: nothing of what they said, and of a ticket its times and counts. */
public final class ErasedCustomers {
    public static final String KEY = "customer_key";

    private ErasedCustomers() {}

    /** The cells to write; none when the row is not to be written at all. */
    public static List<@Nullable Object> without(Set<String> erased, TableRow row) {
        Table table = row.definition();
        List<@Nullable Object> cells = new ArrayList<>(row.cells());
        if (erased.isEmpty() || !table.has(KEY) || !isErased(erased, cells.get(table.indexOf(KEY)))) {
            return cells;
        }
        if (!table.equals(Tables.TICKETS)) {
            return List.of();
        }
        cells.set(table.indexOf(KEY), null);
        cells.set(table.indexOf("subject"), null);
        return cells;
    }

    private static boolean isErased(Set<String> erased, @Nullable Object key) {
        return key instanceof String text && erased.contains(text);
    }
}
