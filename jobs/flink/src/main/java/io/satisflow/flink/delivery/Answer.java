package io.satisflow.flink.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to deliver a notification. */
sealed interface Answer {

    record Delivered() implements Answer {}

    /**
     * To be tried again.
     *
     * @param after how long the receiver asks to wait; null when it does not say
     */
    record Retry(String reason, @Nullable Duration after) implements Answer {}

    /** Not to be tried again: it would be refused each time. */
    record Drop(String reason) implements Answer {}
}
