package io.satisflow.alerts.observation;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A single feedback, as rules look at it.
 *
 * @param knownAt from when it may be used
 * @param facts channel, kind, grade, language, customer, and its attributes as {@code attributes.x}
 * @param ratings by question, in their own unit
 * @param text redacted; null when there is none
 * @param sentiment of the text, -1 to 1; null when it has not been scored
 */
public record HeardFeedback(
        String channel,
        String id,
        Instant knownAt,
        Map<String, String> facts,
        Map<String, Double> ratings,
        @Nullable String text,
        @Nullable Double sentiment) {
    public HeardFeedback {
        facts = new TreeMap<>(facts);
        ratings = new TreeMap<>(ratings);
    }
}
