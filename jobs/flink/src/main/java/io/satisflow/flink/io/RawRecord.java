package io.satisflow.flink.io;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else wrote to a raw topic: a record of any bytes, or a mark of the time.
 *
 * @param row in a replay, the data row of the file, counted from 1
 * @param fault in a replay, why the row of the file could not be told apart; null when it could
 * @param appendedAt when the broker stored it
 * @param value empty when there is none
 * @param mark null for a record
 */
public record RawRecord(
        String topic,
        int partition,
        long offset,
        @Nullable Long row,
        @Nullable String fault,
        Instant appendedAt,
        byte[] value,
        @Nullable Mark mark) {

    /** A replay sets it on each record: the row in decimal digits. */
    public static final String ROW_HEADER = "satisflow-row";

    /** A replay sets it on a row that it cannot tell apart: what is wrong with it, in UTF-8. */
    public static final String FAULT_HEADER = "satisflow-fault";

    private static final byte[] NOTHING = {};

    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                row(record),
                fault(record),
                Instant.ofEpochMilli(record.timestamp()),
                record.value() == null ? NOTHING : record.value(),
                Mark.of(record));
    }

    private static @Nullable String fault(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(FAULT_HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Headers of raw records are written by anyone, so one that is not ours counts as none. */
    private static @Nullable Long row(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(ROW_HEADER);
        if (header == null || header.value() == null) {
            return null;
        }
        String digits = new String(header.value(), StandardCharsets.US_ASCII);
        return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }
}
