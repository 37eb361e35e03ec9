package io.satisflow.flink.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A notification that is done with.
 *
 * @param notification its id
 * @param attempts how often it was tried
 * @param dropped why it was given up; null when it was delivered
 */
public record Delivery(
        String notification,
        String receiver,
        int attempts,
        @Nullable String dropped) {}
