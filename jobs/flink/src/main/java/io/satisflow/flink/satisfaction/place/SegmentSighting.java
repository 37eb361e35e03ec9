package io.satisflow.flink.satisfaction.place;

/**
 * Feedback of a segment has been seen.
 *
 * @param grouping the name of the grouping set
 * @param knownAt epoch milliseconds, when that feedback becomes known
 */
public record SegmentSighting(String grouping, String segment, long knownAt) {}
