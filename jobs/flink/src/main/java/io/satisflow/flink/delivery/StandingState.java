package io.satisflow.flink.delivery;

import io.satisflow.alerts.notice.WordedAlert;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a receiver is told of again and again.
 *
 * @param until when it is let go unless something is heard of it, epoch milliseconds of the wall clock
 */
public record StandingState(
        @Nullable WordedAlert alert, @Nullable Long until) {}
