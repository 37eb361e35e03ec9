package io.satisflow.alerts.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's clock said, as far as alerts care.
 *
 * @param event such as warn, breach, fulfil
 * @param asOf from when it is known
 * @param reason of a warning, which; of a retraction, what disproves the retracted
 * @param retracts of a retraction, the event that it takes back
 */
public record ClockEvent(
        String ticket,
        String clock,
        int instance,
        String event,
        Instant asOf,
        @Nullable Instant due,
        String policy,
        @Nullable String reason,
        @Nullable String retracts) {}
