package io.satisflow.local.replay;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.Mark;
import io.satisflow.local.replay.recording.RecordedRow;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * What a replay feeds, in which order, to which partition, and when it may say that a time has passed. All of it
 * follows from the file alone, so that a feeder which was killed goes on exactly where it stopped, and a slow replay
 * writes the same raw topic as a fast one.
 */
final class FeedPlan {
    static final String WRITER = "replay";

    /** Marks are written when the time has come on by this much. */
    private static final long MARK_STEP_MILLIS = 1_000;

    private final Recording recording;
    private final int partitions;
    private final List<PlannedRow> rows;
    private final long end;

    /** @param time epoch milliseconds; null when intake will refuse the row */
    private record PlannedRow(@Nullable Long time, int partition, boolean fed) {}

    private FeedPlan(Recording recording, int partitions, List<PlannedRow> rows, long end) {
        this.recording = recording;
        this.partitions = partitions;
        this.rows = rows;
        this.end = end;
    }

    /**
     * Reads the file once, to know its times.
     *
     * @param until rows that occurred later are left out, and time stops there; without it, at the last row
     * @param now by which rows of the future are told, as the broker will when it stores them
     */
    static FeedPlan of(
            Recording recording, ChannelMapping mapping, int partitions, Optional<Instant> until, Instant now)
            throws IOException {
        List<PlannedRow> rows = new ArrayList<>();
        recording.forEach(row -> rows.add(plan(row, mapping.map(row.payload(), now), partitions, until)));
        long last = rows.stream()
                .filter(row -> row.fed() && row.time() != null)
                .mapToLong(row -> row.time() == null ? 0 : row.time())
                .max()
                .orElse(0);
        return new FeedPlan(
                recording, partitions, rows, until.map(Instant::toEpochMilli).orElse(last));
    }

    private static PlannedRow plan(RecordedRow row, MappedRecord mapped, int partitions, Optional<Instant> until) {
        if (mapped instanceof MappedRecord.Accepted accepted) {
            boolean fed = until.isEmpty() || !accepted.occurredAt().isAfter(until.get());
            return new PlannedRow(accepted.occurredAt().toEpochMilli(), partition(key(accepted), partitions), fed);
        }
        return new PlannedRow(null, partition(String.valueOf(row.row()), partitions), true);
    }

    /** What belongs to one ticket or one feedback goes the same way, so that it stays in order. */
    private static String key(MappedRecord.Accepted accepted) {
        return accepted.ticketEvents().stream()
                .findFirst()
                .map(event -> event.ticket())
                .or(() -> accepted.feedback().map(Feedback::id))
                .orElseThrow();
    }

    private static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    int partitions() {
        return partitions;
    }

    /** The rows that are fed. */
    long rowCount() {
        return rows.stream().filter(PlannedRow::fed).count();
    }

    /** Where the time of this replay stops. */
    Instant end() {
        return Instant.ofEpochMilli(end);
    }

    /** The last word in every partition. */
    Mark endMark() {
        return new Mark(WRITER, end, true);
    }

    /** Takes what is fed, in order; the time is that of the row or mark, null for a row without one. */
    @FunctionalInterface
    interface ItemReader {
        void read(FeedItem item, @Nullable Instant time) throws IOException;
    }

    void forEach(ItemReader reader) throws IOException {
        long[] passedBefore = passedBefore();
        Cursor cursor = new Cursor();
        recording.forEach(row -> {
            PlannedRow planned = rows.get(cursor.index);
            if (planned.fed()) {
                Instant time = planned.time() == null ? null : Instant.ofEpochMilli(planned.time());
                reader.read(new FeedItem.Row(row, planned.partition()), time);
            }
            cursor.index++;
            long passed = passedBefore[cursor.index];
            if (cursor.index < rows.size() && passed >= cursor.marked + MARK_STEP_MILLIS) {
                cursor.marked = passed;
                reader.read(new FeedItem.Time(new Mark(WRITER, passed, false)), Instant.ofEpochMilli(passed));
            }
        });
        reader.read(new FeedItem.Time(endMark()), end());
    }

    private static final class Cursor {
        private int index;
        private long marked = Long.MIN_VALUE / 2;
    }

    /** For each row: the latest time at or before which neither it nor a later row occurred. */
    private long[] passedBefore() {
        long[] passed = new long[rows.size() + 1];
        passed[rows.size()] = end;
        for (int i = rows.size() - 1; i >= 0; i--) {
            PlannedRow row = rows.get(i);
            Long time = row.fed() ? row.time() : null;
            passed[i] = time == null ? passed[i + 1] : Math.min(passed[i + 1], time - 1);
        }
        return passed;
    }
}
