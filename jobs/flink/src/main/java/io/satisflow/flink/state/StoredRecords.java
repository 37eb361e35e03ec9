package io.satisflow.flink.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Records of the present key by something else, see {@link StateFormat}. */
public final class StoredRecords<K extends Comparable<K>, T extends Record> {
    private final MapState<K, byte[]> bytes;
    private final StateFormat<T> format;

    public StoredRecords(RuntimeContext context, String name, TypeInformation<K> by, Class<T> type) {
        bytes = context.getMapState(
                new MapStateDescriptor<>(name, by, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        format = new StateFormat<>(type);
    }

    /** Null when there is none. */
    public @Nullable T get(K key) throws Exception {
        byte[] stored = bytes.get(key);
        return stored == null ? null : format.read(stored);
    }

    public void put(K key, T record) throws Exception {
        bytes.put(key, format.write(record));
    }

    public void remove(K key) throws Exception {
        bytes.remove(key);
    }

    public Collection<T> values() throws Exception {
        List<T> records = new ArrayList<>();
        for (byte[] stored : bytes.values()) {
            records.add(format.read(stored));
        }
        return records;
    }

    /** In the order of their keys. */
    public Map<K, T> all() throws Exception {
        Map<K, T> records = new TreeMap<>();
        for (Map.Entry<K, byte[]> entry : bytes.entries()) {
            records.put(entry.getKey(), format.read(entry.getValue()));
        }
        return records;
    }

    public void clear() {
        bytes.clear();
    }
}
