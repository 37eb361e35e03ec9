package io.satisflow.hook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to tell a receiver. */
public sealed interface Answer {

    /** @param reference what the tool calls the message, if it can be changed later; null when it cannot */
    record Delivered(@Nullable String reference) implements Answer {}

    /**
     * To be tried again.
     *
     * @param after how long the receiver asks to wait; null when it does not say
     */
    record Retry(String reason, @Nullable Duration after) implements Answer {}

    /** Not to be tried again: it would be refused each time. */
    record Drop(String reason) implements Answer {}

    /** The message that was to be changed is not there any more; to be told as a new one. */
    record Gone(String reason) implements Answer {}

    static Answer gone(String reason) {
        return new Gone(reason);
    }

    static Answer delivered() {
        return new Delivered(null);
    }

    static Answer retry(String reason) {
        return new Retry(reason, null);
    }

    static Answer retry(String reason, Duration after) {
        return new Retry(reason, after);
    }

    static Answer drop(String reason) {
        return new Drop(reason);
    }
}
