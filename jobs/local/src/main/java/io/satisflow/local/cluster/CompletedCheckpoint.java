package io.satisflow.local.cluster;

import java.time.Duration;
import java.time.Instant;

/**
 * A checkpoint that a job could go on from.
 *
 * @param job its name
 * @param took from when it was asked for until the last task had given its part
 */
public record CompletedCheckpoint(String job, Instant at, Duration took) {}
