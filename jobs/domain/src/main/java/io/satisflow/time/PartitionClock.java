package io.satisflow.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the time has come in one raw partition (rule T1). It depends on nothing but what the partition holds, so
 * reading it again dates every record the same.
 *
 * @param highestOccurredAt of the records so far; null before the first
 * @param mark the last word of the partition's writer that nothing at or before it follows; null if none
 */
public record PartitionClock(
        @Nullable Instant highestOccurredAt, @Nullable Instant mark) {

    public static final PartitionClock BEFORE_ANYTHING = new PartitionClock(null, null);

    /**
     * From when the partition's next record may be used: when it occurred, but not before what has been passed.
     *
     * @param disorder how far behind the newest a record may stand without counting as late
     */
    public Instant knownAt(Instant occurredAt, Duration disorder) {
        Instant known = occurredAt;
        if (highestOccurredAt != null) {
            known = later(known, highestOccurredAt.minus(disorder));
        }
        if (mark != null) {
            known = later(known, mark.plusMillis(1));
        }
        return known;
    }

    public PartitionClock afterRecord(Instant occurredAt) {
        return new PartitionClock(highestOccurredAt == null ? occurredAt : later(highestOccurredAt, occurredAt), mark);
    }

    public PartitionClock afterMark(Instant time) {
        return new PartitionClock(highestOccurredAt, mark == null ? time : later(mark, time));
    }

    /** The time that the partition has come to; empty before anything dated it. */
    public Optional<Instant> reached() {
        if (highestOccurredAt == null || mark == null) {
            return Optional.ofNullable(highestOccurredAt).or(() -> Optional.ofNullable(mark));
        }
        return Optional.of(later(highestOccurredAt, mark));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
