package io.satisflow.flink.satisfaction.tally;

/**
 * Something that a segment gains, or, with negative tallies, loses. Times are epoch milliseconds.
 *
 * @param segment its key
 * @param tallies as {@link TalliesFormat} writes them
 */
public record SegmentChange(String segment, long knownAt, long occurredAt, byte[] tallies) {}
