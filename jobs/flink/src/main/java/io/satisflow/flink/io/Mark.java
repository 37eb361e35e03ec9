package io.satisflow.flink.io;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A writer's word about the time in one partition (rule T3): no record that follows may be used at or before
 * {@code time}. On the wire it is a record without a value, which readers of the data take for a tombstone and pass
 * over, with the mark in a header and the writer's name in the key.
 *
 * @param writer the job that says so
 * @param time epoch milliseconds
 * @param end nothing follows at all: a replay is complete. Time then stands still at {@code time}
 */
public record Mark(String writer, long time, boolean end) implements Serializable {
    private static final String HEADER = "satisflow-mark";
    private static final String KEY_PREFIX = "satisflow-mark/";

    public ProducerRecord<byte[], byte[]> toRecord(String topic, int partition) {
        byte[] key = (KEY_PREFIX + writer).getBytes(StandardCharsets.UTF_8);
        byte[] value = ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(time)
                .put((byte) (end ? 1 : 0))
                .array();
        List<Header> headers = List.of(new RecordHeader(HEADER, value));
        return new ProducerRecord<>(topic, partition, key, null, headers);
    }

    /** The mark that a record carries, or null for a record of data. */
    public static @Nullable Mark of(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null) {
            return null;
        }
        ByteBuffer value = ByteBuffer.wrap(header.value());
        String key = new String(record.key(), StandardCharsets.UTF_8);
        return new Mark(key.substring(KEY_PREFIX.length()), value.getLong(), value.get() == 1);
    }
}
