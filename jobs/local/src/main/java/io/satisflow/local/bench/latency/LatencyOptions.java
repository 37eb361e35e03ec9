package io.satisflow.local.bench.latency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LatencyTrial} is to do.
 *
 * @param perSecond lines
 * @param measured how long lines are sent that are measured
 * @param disorder as in {@code intake.disorder}; null for the shipped one
 */
public record LatencyOptions(
        int perSecond,
        Duration measured,
        int parallelism,
        @Nullable String disorder) {}
