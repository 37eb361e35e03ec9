package io.satisflow.local.erasure;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a topic still holds of a customer. Records of a log cannot be taken out one by one: they go when its retention is over.
 *
 * @param storedAt when the broker stored the last of them
 * @param retention of the topic; null when it keeps its records for ever
 */
public record HeldRecords(
        String topic,
        long records,
        Instant storedAt,
        @Nullable Duration retention) {

    /** When the last of them is gone; null when never. A log deletes whole segments, so it may be a little later. */
    public @Nullable Instant goneBy() {
        return retention == null ? null : storedAt.plus(retention);
    }
}
