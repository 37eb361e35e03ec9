package io.satisflow.flink.outcome;

import io.satisflow.satisfaction.outcome.Finding;

/**
 * What has been found of a ticket or a customer, as it is known from a time on. A later one of the same key takes the place of the
 * one before; one without rulings takes it back.
 *
 * @param key the same for all versions
 * @param knownAt epoch milliseconds
 */
public record ToldFinding(String key, long knownAt, Finding finding) {}
