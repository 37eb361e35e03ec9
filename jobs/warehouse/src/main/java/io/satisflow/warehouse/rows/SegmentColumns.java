package io.satisflow.warehouse.rows;

import io.satisflow.warehouse.table.RowBuilder;
import java.util.List;
import java.util.Map;

/** What segments are most often made of has a column of its own. */
final class SegmentColumns {
    private static final List<String> NAMES = List.of("channel", "product", "region", "team", "language");

    private SegmentColumns() {}

    static void set(RowBuilder row, Map<String, String> segment) {
        NAMES.forEach(name -> row.set(name, segment.get(name)));
    }
}
