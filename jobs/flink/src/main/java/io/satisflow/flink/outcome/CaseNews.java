package io.satisflow.flink.outcome;

import io.satisflow.satisfaction.outcome.CustomerCase;

/**
 * A case of a customer, as it is known from a time on.
 *
 * @param customer the same for the same customer and for no other
 * @param knownAt epoch milliseconds
 * @param gone whether it is none any more
 */
public record CaseNews(String customer, long knownAt, CustomerCase ofCustomer, boolean gone) {}
