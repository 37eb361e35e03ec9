package io.satisflow.flink.types;

import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Flink knows instants, but no durations. */
final class DurationType extends TypeInformation<Duration> {
    static final DurationType INSTANCE = new DurationType();

    private DurationType() {}

    @Override
    public boolean isBasicType() {
        return true;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<Duration> getTypeClass() {
        return Duration.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<Duration> createSerializer(SerializerConfig config) {
        return DurationSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "Duration";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DurationType;
    }

    @Override
    public int hashCode() {
        return Duration.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof DurationType;
    }
}
