package io.satisflow.enrichment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table in all its versions, each of which takes the place of the one before at an instant.
 *
 * @param versions by the instant from which they hold, in event time; rows by their key, values by their column
 */
public record EnrichmentTable(TreeMap<Instant, Map<String, Map<String, String>>> versions) implements Serializable {
    public static final EnrichmentTable EMPTY = new EnrichmentTable(new TreeMap<>());

    /**
     * The same with rows of e-mail addresses found by their account as well, as records call agents. An account of two addresses
     * finds neither.
     */
    EnrichmentTable alsoByAccount() {
        TreeMap<Instant, Map<String, Map<String, String>>> both = new TreeMap<>();
        versions.forEach((from, rows) -> {
            Map<String, List<String>> accounts = rows.keySet().stream()
                    .filter(key -> key.indexOf('@') > 0)
                    .collect(Collectors.groupingBy(key -> key.substring(0, key.indexOf('@'))));
            Map<String, Map<String, String>> found = new TreeMap<>(rows);
            accounts.forEach((account, keys) -> {
                if (keys.size() == 1) {
                    found.putIfAbsent(account, rows.getOrDefault(keys.get(0), Map.of()));
                }
            });
            both.put(from, found);
        });
        return new EnrichmentTable(both);
    }

    /** What was known of it then; nothing for a key that is in no row. */
    public Map<String, String> at(String key, Instant time) {
        Map.Entry<Instant, Map<String, Map<String, String>>> version = versions.floorEntry(time);
        return version == null ? Map.of() : version.getValue().getOrDefault(key, Map.of());
    }
}
