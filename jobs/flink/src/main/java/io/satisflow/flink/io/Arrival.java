package io.satisflow.flink.io;

import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a partition holds next: a record, or a mark of the time. Fields are public, since Flink's serializer wants
 * them so.
 */
public final class Arrival<T> {
    public @Nullable T record;
    public long time;
    public boolean end;

    /** For Flink's serializer. */
    public Arrival() {}

    private Arrival(@Nullable T record, long time, boolean end) {
        this.record = record;
        this.time = time;
        this.end = end;
    }

    static <T> Arrival<T> ofRecord(T record, long knownAt) {
        return new Arrival<>(record, knownAt, false);
    }

    static <T> Arrival<T> ofMark(Mark mark) {
        return new Arrival<>(null, mark.time(), mark.end());
    }

    public boolean isMark() {
        return record == null;
    }

    static <T extends SpecificRecordBase> TypeInformation<Arrival<T>> typeOf(Class<T> record) {
        @SuppressWarnings("unchecked")
        Class<Arrival<T>> arrival = (Class<Arrival<T>>) (Class<?>) Arrival.class;
        return Types.POJO(
                arrival, Map.of("record", TypeInformation.of(record), "time", Types.LONG, "end", Types.BOOLEAN));
    }
}
