package io.satisflow.flink.intake;

import io.satisflow.wire.SourcePosition;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Where a raw record stands, with the row of the recorded file when a replay feeds it. */
public final class RawPosition {
    /** A replay sets it on each record: the data row of the file in decimal digits, counted from 1. */
    public static final String ROW_HEADER = "satisflow-row";

    private RawPosition() {}

    static SourcePosition of(ConsumerRecord<byte[], byte[]> record) {
        return new SourcePosition(record.topic(), record.partition(), record.offset(), row(record));
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
