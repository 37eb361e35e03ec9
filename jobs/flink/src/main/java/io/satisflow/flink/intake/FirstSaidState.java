package io.satisflow.flink.intake;

import org.jspecify.annotations.Nullable;

/**
 * The words that count.
 *
 * @param id of their feedback
 * @param occurredAt epoch milliseconds
 * @param until known from then on, the same words count anew; epoch milliseconds
 */
public record FirstSaidState(
        @Nullable String id,
        @Nullable Long occurredAt,
        @Nullable Long until) {}
