package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;

/**
 * What a segment added in one stretch of time. The same pane again with a later {@code asOf} replaces it.
 *
 * @param from epoch milliseconds, the first instant that counts
 * @param to the first that does not
 * @param asOf everything known by then is in it
 */
public record Pane(long from, long to, long asOf, Tallies tallies) {}
