package io.satisflow.flink.state;

import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.jspecify.annotations.Nullable;

/** One record of the present key, see {@link StateFormat}. */
public final class StoredRecord<T extends Record> {
    private final ValueState<byte[]> bytes;
    private final StateFormat<T> format;

    public StoredRecord(RuntimeContext context, String name, Class<T> type) {
        bytes = context.getState(
                new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        format = new StateFormat<>(type);
    }

    /** Null when there is none. */
    public @Nullable T value() throws IOException {
        byte[] stored = bytes.value();
        return stored == null ? null : format.read(stored);
    }

    public void update(T record) throws IOException {
        bytes.update(format.write(record));
    }

    public void clear() {
        bytes.clear();
    }
}
