package io.satisflow.local.replay.feed;

import io.satisflow.channel.record.MappedRecord;
import io.satisflow.local.replay.recording.RecordedRow;
import java.util.Map;
import java.util.TreeMap;

/** What the mapping says of the rows, before they are fed: how many it refuses or leaves out, and why. */
public final class FeedForecast {
    private final Map<String, Refusals> refusals = new TreeMap<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final ZonelessRows zoneless = new ZonelessRows();
    private final UsedParts parts = new UsedParts();
    private long leftOut;
    private long byDay;

    /**
     * Rows refused for one reason.
     *
     * @param row the first of them
     * @param message of the first of them
     */
    public record Refusals(long count, long row, String message) {}

    /** Takes what the mapping makes of a row. */
    public void add(RecordedRow row, MappedRecord mapped) {
        zoneless.add(mapped);
        if (mapped instanceof MappedRecord.Refused refused) {
            refusals.merge(
                    refused.reason().wireName(),
                    new Refusals(1, row.row(), refused.message()),
                    (known, one) -> new Refusals(known.count() + 1, known.row(), known.message()));
        } else if (mapped instanceof MappedRecord.Ignored left) {
            ignored.merge(left.reason().wireName(), 1L, Long::sum);
        } else if (mapped instanceof MappedRecord.Accepted accepted) {
            byDay += accepted.gaps().byDay() ? 1 : 0;
            parts.add(row.row(), accepted);
        }
    }

    void addLeftOut() {
        leftOut++;
    }

    /** By reason. */
    public Map<String, Refusals> refusals() {
        return refusals;
    }

    long refused() {
        return refusals.values().stream().mapToLong(Refusals::count).sum();
    }

    /** Rows that the mapping leaves out, by reason. */
    public Map<String, Long> ignored() {
        return ignored;
    }

    /** Rows that occurred after the end that was asked for. */
    public long leftOut() {
        return leftOut;
    }

    /** Rows that tell their day alone, which begins at midnight. */
    public long byDay() {
        return byDay;
    }

    /** Rows whose time tells no zone. */
    public ZonelessRows zoneless() {
        return zoneless;
    }

    /** What of the accepted rows is used. */
    public UsedParts parts() {
        return parts;
    }
}
