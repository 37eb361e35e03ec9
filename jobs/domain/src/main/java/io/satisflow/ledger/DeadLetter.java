package io.satisflow.ledger;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be used, and why.
 *
 * @param channel null when it is not known
 * @param reason a code, such as {@code missing_time}
 * @param message what is wrong with it, and the remedy
 * @param at the event time its partition had reached; null when it had none yet
 */
public record DeadLetter(
        @Nullable String channel,
        SourcePosition source,
        String reason,
        String message,
        @Nullable Instant at) implements Serializable {

    public DeadLetter withAt(@Nullable Instant reached) {
        return new DeadLetter(channel, source, reason, message, reached);
    }
}
