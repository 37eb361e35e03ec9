package io.satisflow.flink.delivery;

import java.time.Instant;
import java.util.Locale;

/**
 * A notification that is done with.
 *
 * @param notification its id
 * @param at when it happened, in event time
 * @param attempts how often its message was tried
 * @param reason why it was not posted on its own; empty when it was
 */
public record Delivery(
        String notification, Instant at, String receiver, String title, int attempts, Outcome outcome, String reason) {

    /** What became of it. */
    public enum Outcome {
        DELIVERED,
        /** Mentioned in a message with others. */
        DIGESTED,
        /** Too old, or over, before it could be posted: counted in a message, if at all. */
        OVERDUE,
        /** The receiver refuses it. */
        GIVEN_UP;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isTold() {
        return outcome == Outcome.DELIVERED || outcome == Outcome.DIGESTED;
    }
}
