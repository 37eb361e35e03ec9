package io.satisflow.local.cluster;

import java.time.Instant;

/**
 * Why a job had to start again.
 *
 * @param job its name
 * @param cause in the words of whatever failed
 */
public record JobFailure(String job, Instant at, String cause) {}
