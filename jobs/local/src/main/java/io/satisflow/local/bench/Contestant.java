package io.satisflow.local.bench;

import io.satisflow.sentiment.SentimentScorer;
import java.util.function.Supplier;

/**
 * A scorer that takes part in a comparison.
 *
 * @param maker loads what it needs; what that throws says why it cannot take part
 */
public record Contestant(String name, Supplier<SentimentScorer> maker) {}
