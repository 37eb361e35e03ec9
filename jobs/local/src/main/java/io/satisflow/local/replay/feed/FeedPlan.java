package io.satisflow.local.replay.feed;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.ChannelProfile.Arrival;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.Mark;
import io.satisflow.local.replay.recording.RecordedRow;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.local.sort.ExternalSort;
import io.satisflow.local.sort.SortedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * What a replay feeds, in which order, to which partition, and when it may say that a time has passed. Rows go by their
 * times, whatever their order in the file, unless the mapping says that the file tells how they came in. All of it follows from
 * the file alone, so that a feeder which was killed goes on exactly where it stopped, and a slow replay writes the same raw
 * topic as a fast one.
 */
public final class FeedPlan implements AutoCloseable {
    static final String WRITER = "replay";

    /** Marks are written when the time has come on by this much. */
    private static final long MARK_STEP_MILLIS = 1_000;

    private static final long BEFORE_ALL = Long.MIN_VALUE / 2;

    private final ChannelMapping mapping;
    private final PlanOptions options;
    private final ExternalSort rows;
    private final FeedForecast forecast = new FeedForecast();
    private final PassedTimes passed = new PassedTimes();
    private long last = BEFORE_ALL;
    private long lastInFile = BEFORE_ALL;

    private FeedPlan(ChannelMapping mapping, PlanOptions options) {
        this.mapping = mapping;
        this.options = options;
        this.rows = new ExternalSort(isByTime() ? SortedEntry.BY_TIME : SortedEntry.AS_ADDED, options.folder());
    }

    /**
     * @param until rows that occurred later are left out, and time stops there; without it, at the end of the last step
     * @param now by which rows of the future are told, as the broker will when it stores them
     * @param steps of the windows
     * @param folder for what does not fit into memory
     */
    public record PlanOptions(int partitions, Optional<Instant> until, Instant now, StepEnds steps, Path folder) {}

    /** Reads the file once, to know its times. */
    public static FeedPlan of(Recording recording, ChannelMapping mapping, PlanOptions options) throws IOException {
        FeedPlan plan = new FeedPlan(mapping, options);
        recording.forEach(plan::add);
        return plan;
    }

    /** Whether rows go by their times, whatever their order in the file. */
    public boolean isByTime() {
        return mapping.profile().arrival() == Arrival.TIME;
    }

    private void add(RecordedRow row) throws IOException {
        MappedRecord mapped = row.fault() == null
                ? mapping.map(row.payload(), options.now())
                : new MappedRecord.Refused(RefusalReason.UNREADABLE_ROW, row.fault());
        Long time = null;
        String key = String.valueOf(row.row());
        if (mapped instanceof MappedRecord.Accepted accepted) {
            if (options.until().filter(accepted.occurredAt()::isAfter).isPresent()) {
                forecast.addLeftOut();
                return;
            }
            time = accepted.occurredAt().toEpochMilli();
            key = key(accepted);
            last = Math.max(last, time);
            lastInFile = time;
        }
        forecast.add(row, mapped);
        PlannedRow planned = new PlannedRow(row, partition(key, options.partitions()), time);
        // A row without a time stays beside the one that it stands behind.
        rows.add(new SortedEntry(time == null ? lastInFile : time, "", rows.size(), planned.toBytes()));
        if (!isByTime()) {
            passed.add(time);
        }
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

    public String channel() {
        return mapping.channel();
    }

    public int partitions() {
        return options.partitions();
    }

    /** What intake will do with the rows, as far as the mapping tells. */
    public FeedForecast forecast() {
        return forecast;
    }

    /** The rows that are fed. */
    public long rowCount() {
        return rows.size();
    }

    /** Where the time of this replay stops. */
    public Instant end() {
        return options.until()
                .orElseGet(() ->
                        last == BEFORE_ALL ? Instant.EPOCH : options.steps().endOf(last));
    }

    /** The last word in every partition. */
    Mark endMark() {
        return new Mark(WRITER, end().toEpochMilli(), true);
    }

    /** Takes what is fed, in order; the time is that of the row or mark, null for a row without one. */
    @FunctionalInterface
    interface ItemReader {
        void read(FeedItem item, @Nullable Instant time) throws IOException;
    }

    public void forEach(ItemReader reader) throws IOException {
        Feeding feeding = new Feeding(reader);
        rows.forEach(feeding::next);
        feeding.finish();
    }

    /** Hands out each row, and before it the word that what lies before it has passed. */
    private final class Feeding {
        private final ItemReader reader;
        private long index;
        private long marked = BEFORE_ALL;

        Feeding(ItemReader reader) {
            this.reader = reader;
        }

        void next(SortedEntry entry) throws IOException {
            // Neither this row nor a later one occurred at or before it.
            long time = isByTime() ? entry.time() - 1 : passed.before((int) index);
            if (index > 0 && time > BEFORE_ALL && time >= marked + MARK_STEP_MILLIS) {
                marked = time;
                reader.read(new FeedItem.Time(new Mark(WRITER, time, false)), Instant.ofEpochMilli(time));
            }
            index++;
            PlannedRow planned = PlannedRow.of(entry.data());
            reader.read(
                    new FeedItem.Row(planned), planned.time() == null ? null : Instant.ofEpochMilli(planned.time()));
        }

        void finish() throws IOException {
            reader.read(new FeedItem.Time(endMark()), end());
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
