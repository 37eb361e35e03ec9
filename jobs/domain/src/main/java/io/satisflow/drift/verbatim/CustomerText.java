package io.satisflow.drift.verbatim;

import java.time.Instant;
import java.util.List;

/**
 * A text that a customer wrote.
 *
 * @param score sentiment, -1 to 1
 * @param parts of the segment that it is told to which it belongs to, such as {@code region=South}
 * @param aspects that it speaks of, the clearest first
 */
public record CustomerText(
        String id, Instant knownAt, double score, String text, List<String> parts, List<String> aspects) {
    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public CustomerText {
        parts = parts == null ? List.of() : List.copyOf(parts);
        aspects = aspects == null ? List.of() : List.copyOf(aspects);
    }
}
