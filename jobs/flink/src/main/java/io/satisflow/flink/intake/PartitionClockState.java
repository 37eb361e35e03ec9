package io.satisflow.flink.intake;

import io.satisflow.time.PartitionClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link PartitionClock} as it is kept in state, in epoch milliseconds. */
public record PartitionClockState(
        @Nullable Long highestOccurredAt, @Nullable Long mark) {

    static PartitionClockState of(PartitionClock clock) {
        return new PartitionClockState(millis(clock.highestOccurredAt()), millis(clock.mark()));
    }

    PartitionClock toClock() {
        return new PartitionClock(instant(highestOccurredAt), instant(mark));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
