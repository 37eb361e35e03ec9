package io.satisflow.warehouse.rows;

import io.satisflow.segment.Segment;
import io.satisflow.warehouse.table.RowBuilder;
import java.util.List;
import java.util.Map;

/** The segment of a row, in words for what is not there; what segments are most often made of has a column of its own. */
final class SegmentColumns {
    private static final List<String> NAMES = List.of("channel", "product", "region", "team", "language");

    private SegmentColumns() {}

    /** @param segment as it stands on topics */
    static void set(RowBuilder row, Map<String, String> segment) {
        Map<String, String> shown = Segment.shown(segment);
        row.set("segment", shown);
        NAMES.forEach(name -> row.set(name, shown.get(name)));
    }
}
