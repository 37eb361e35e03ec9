package io.satisflow.flink.io;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * @param partitions how many partitions of the topic the writer fills; 0 for one that does not say
 */
public record Mark(String writer, long time, boolean end, int partitions) implements Serializable {
    private static final String HEADER = "satisflow-mark";
    private static final String KEY_PREFIX = "satisflow-mark/";
    private static final int SHORT_BYTES = Long.BYTES + 1;
    private static final int BYTES = SHORT_BYTES + Integer.BYTES;
    /** Clocks of machines differ by less, in milliseconds. */
    private static final long FARTHEST_AHEAD = Duration.ofHours(1).toMillis();

    /** One that does not say how many partitions its writer fills. */
    public Mark(String writer, long time, boolean end) {
        this(writer, time, end, 0);
    }

    public ProducerRecord<byte[], byte[]> toRecord(String topic, int partition) {
        byte[] key = (KEY_PREFIX + writer).getBytes(StandardCharsets.UTF_8);
        byte[] value = ByteBuffer.allocate(BYTES)
                .putLong(time)
                .put((byte) (end ? 1 : 0))
                .putInt(partitions)
                .array();
        List<Header> headers = List.of(new RecordHeader(HEADER, value));
        return new ProducerRecord<>(topic, partition, key, null, headers);
    }

    /** Whether a record says of itself that it is a mark. It may not be a good one, see {@link #of}. */
    public static boolean isClaimedBy(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(HEADER) != null;
    }

    /**
     * The mark that a record carries, or null for a record of data. Anyone may write to a topic, so what is no mark of ours
     * counts as none: one that is cut short, one without a writer, and one that is ahead of the broker's own clock, which would
     * carry time away from everybody.
     */
    public static @Nullable Mark of(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null || header.value() == null || !isWhole(header.value()) || record.key() == null) {
            return null;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (!key.startsWith(KEY_PREFIX)) {
            return null;
        }
        ByteBuffer value = ByteBuffer.wrap(header.value());
        Mark mark = new Mark(
                key.substring(KEY_PREFIX.length()),
                value.getLong(),
                value.get() == 1,
                value.hasRemaining() ? value.getInt() : 0);
        boolean storedAtKnown = record.timestamp() > 0;
        // The end of a replay may lie ahead: it is where its user wants time to stop.
        return storedAtKnown && !mark.end() && mark.time() > record.timestamp() + FARTHEST_AHEAD ? null : mark;
    }

    /** Marks of earlier releases did not say how many partitions there are. */
    private static boolean isWhole(byte[] value) {
        return value.length == BYTES || value.length == SHORT_BYTES;
    }

    /**
     * A partition that was added after its reader started is not read, and time must not pass what stands in it.
     *
     * @param read partitions that are read
     * @throws IllegalStateException when the writer fills more, with the remedy
     */
    void requireAllRead(String topic, int read) {
        if (partitions > read) {
            throw new IllegalStateException(
                    "Topic %s has %d partitions, but %d when this job started: partitions were added. Start the job again from"
                                    .formatted(topic, partitions, read)
                            + " its last checkpoint (of run: the same command), and it reads all of them");
        }
    }
}
