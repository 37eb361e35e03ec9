package io.satisflow.drift.signal;

/**
 * What customers speak of more, or in another tone, since a score has moved. Like drivers it says where, not why.
 *
 * @param name of the aspect, such as delivery
 * @param share of the texts since then that speak of it, 0 to 1
 * @param before the same of the texts before
 * @param texts since then that speak of it
 */
public record SpokenAspect(String name, double share, double before, long texts) {}
