package io.satisflow.flink.types;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.EnumTypeInfo;

/**
 * Type information of the domain's records, of what they are made of and of nothing else: whatever would need Kryo is refused
 * when the graph is built.
 */
public final class DomainTypes {
    private DomainTypes() {}

    /** @throws IllegalArgumentException when a component is neither a record, an enum, a list, a map nor a plain value */
    public static <R extends Record> TypeInformation<R> of(Class<R> type) {
        Map<String, TypeInformation<?>> fields = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(component.getName(), any(component.getGenericType()));
        }
        return Types.POJO(type, fields);
    }

    private static TypeInformation<?> any(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return container(parameterized);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.equals(Duration.class)) {
            return DurationType.INSTANCE;
        }
        if (plain.equals(byte[].class)) {
            return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
        }
        if (plain.isRecord()) {
            return of(plain.asSubclass(Record.class));
        }
        return plain.isEnum() ? ofEnum(plain) : ofValue(plain);
    }

    private static TypeInformation<?> container(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType().equals(List.class)) {
            return Types.LIST(any(arguments[0]));
        }
        if (type.getRawType().equals(Map.class)) {
            return Types.MAP(any(arguments[0]), any(arguments[1]));
        }
        throw unsuitable(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static TypeInformation<?> ofEnum(Class<?> type) {
        return new EnumTypeInfo(type);
    }

    private static TypeInformation<?> ofValue(Class<?> type) {
        TypeInformation<?> value = TypeInformation.of(type);
        if (!value.isBasicType()) {
            throw unsuitable(type);
        }
        return value;
    }

    private static IllegalArgumentException unsuitable(Type type) {
        return new IllegalArgumentException(
                "%s cannot travel within a job; use records, enums, lists, maps and plain values"
                        .formatted(type.getTypeName()));
    }
}
