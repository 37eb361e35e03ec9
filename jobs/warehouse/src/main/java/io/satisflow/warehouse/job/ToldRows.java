package io.satisflow.warehouse.job;

import io.satisflow.warehouse.table.TableRow;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/** What was said of the rows of one key, so that only what has changed is said again. */
final class ToldRows {
    private final MapState<String, byte[]> told;

    ToldRows(RuntimeContext context) {
        told = context.getMapState(
                new MapStateDescriptor<>("told", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    void tell(TableRow row, Collector<TableRow> out) throws Exception {
        byte[] before = told.get(row.key());
        if (before == null || !row.saysNothingNewAfter(before)) {
            told.put(row.key(), row.values());
            out.collect(row);
        }
    }

    void clear() {
        told.clear();
    }
}
