package io.satisflow.enrichment;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table in all its versions, each of which takes the place of the one before at an instant.
 *
 * @param versions by the instant from which they hold, in event time; rows by their key, values by their column
 */
public record EnrichmentTable(TreeMap<Instant, Map<String, Map<String, String>>> versions) implements Serializable {
    public static final EnrichmentTable EMPTY = new EnrichmentTable(new TreeMap<>());

    /** What was known of it then; nothing for a key that is in no row. */
    public Map<String, String> at(String key, Instant time) {
        Map.Entry<Instant, Map<String, Map<String, String>>> version = versions.floorEntry(time);
        return version == null ? Map.of() : version.getValue().getOrDefault(key, Map.of());
    }
}
