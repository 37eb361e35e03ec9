package io.satisflow.flink.io.arrival;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a partition holds next: a record, a mark of the time, or something that is neither. Fields are public, since Flink's serializer wants
 * them so.
 */
public final class Arrival<T> {
    public @Nullable T record;
    public @Nullable DeadLetter foreign;
    public long time;
    public boolean end;

    /** For Flink's serializer. */
    public Arrival() {}

    private Arrival(@Nullable T record, @Nullable DeadLetter foreign, long time, boolean end) {
        this.record = record;
        this.foreign = foreign;
        this.time = time;
        this.end = end;
    }

    public static <T> Arrival<T> ofRecord(T record, long knownAt) {
        return new Arrival<>(record, null, knownAt, false);
    }

    /** @param end nothing follows at all */
    public static <T> Arrival<T> ofMark(long time, boolean end) {
        return new Arrival<>(null, null, time, end);
    }

    /** @param storedAt epoch milliseconds, when the broker stored it */
    public static <T> Arrival<T> ofForeign(DeadLetter letter, long storedAt) {
        return new Arrival<>(null, letter, storedAt, false);
    }

    public boolean isMark() {
        return record == null && foreign == null;
    }

    public static <T> TypeInformation<Arrival<T>> typeOf(TypeInformation<T> record) {
        @SuppressWarnings("unchecked")
        Class<Arrival<T>> arrival = (Class<Arrival<T>>) (Class<?>) Arrival.class;
        return Types.POJO(
                arrival,
                Map.of(
                        "record",
                        record,
                        "foreign",
                        DomainTypes.of(DeadLetter.class),
                        "time",
                        Types.LONG,
                        "end",
                        Types.BOOLEAN));
    }
}
