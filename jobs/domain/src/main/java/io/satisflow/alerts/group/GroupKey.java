package io.satisflow.alerts.group;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a group of alerts is told to, and what it has in common.
 *
 * @param route place in the list of routes, which says at what pace
 * @param labels that the group is formed by
 */
public record GroupKey(String receiver, int route, Map<String, String> labels) {
    public GroupKey {
        labels = labels == null ? Map.of() : new TreeMap<>(labels);
    }

    /** No two groups have the same. */
    public String text() {
        return "%s/%d:%s".formatted(receiver, route, labels);
    }
}
