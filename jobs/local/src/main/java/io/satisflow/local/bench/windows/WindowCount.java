package io.satisflow.local.bench.windows;

/**
 * What all kinds of windows must agree on.
 *
 * @param to epoch milliseconds of the first instant that does not count
 * @param n answers in the hour before
 * @param satisfied those of them in the top boxes
 */
public record WindowCount(String segment, long to, long n, long satisfied) {}
