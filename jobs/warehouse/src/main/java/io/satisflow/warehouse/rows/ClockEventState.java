package io.satisflow.warehouse.rows;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a clock said, as it travels and is kept: a record of topic sla-events with its place in the partition. Times are epoch
 * milliseconds.
 */
public record ClockEventState(
        String ticket,
        String clock,
        int instance,
        String event,
        long at,
        long asOf,
        @Nullable Long due,
        double targetS,
        String time,
        double consumedS,
        double wallS,
        String policy,
        @Nullable String retracts,
        long place)
        implements Serializable {}
