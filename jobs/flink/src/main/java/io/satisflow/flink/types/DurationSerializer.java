package io.satisflow.flink.types;

import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Seconds and nanoseconds. */
final class DurationSerializer extends TypeSerializerSingleton<Duration> {
    static final DurationSerializer INSTANCE = new DurationSerializer();
    private static final int BYTES = Long.BYTES + Integer.BYTES;

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Duration createInstance() {
        return Duration.ZERO;
    }

    @Override
    public Duration copy(Duration from) {
        return from;
    }

    @Override
    public Duration copy(Duration from, Duration reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return BYTES;
    }

    @Override
    public void serialize(Duration duration, DataOutputView target) throws IOException {
        target.writeLong(duration.getSeconds());
        target.writeInt(duration.getNano());
    }

    @Override
    public Duration deserialize(DataInputView source) throws IOException {
        return Duration.ofSeconds(source.readLong(), source.readInt());
    }

    @Override
    public Duration deserialize(Duration reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        target.write(source, BYTES);
    }

    @Override
    public TypeSerializerSnapshot<Duration> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What stands in a savepoint; public, since Flink makes it from its name. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Duration> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
