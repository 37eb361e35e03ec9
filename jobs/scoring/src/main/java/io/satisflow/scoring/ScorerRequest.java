package io.satisflow.scoring;

import io.satisflow.sentiment.WorkLimit;
import java.nio.file.Path;
import java.util.List;

/**
 * What is wanted of a kind of scorer.
 *
 * @param variant what stands behind the colon in {@code fusion:0.9}; empty for the usual one
 * @param models files of the user's own, each in place of the shipped model of its language
 */
public record ScorerRequest(String variant, List<Path> models, WorkLimit limit) {}
