package io.satisflow.alerts.route;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a group of alerts is told to, and what it has in common.
 *
 * @param route name of the route, which says at what pace; routes before or behind it may come and go
 * @param labels that the group is formed by
 */
public record GroupKey(String receiver, String route, Map<String, String> labels) {
    public GroupKey {
        labels = labels == null ? Map.of() : new TreeMap<>(labels);
    }

    /** No two groups have the same. */
    public String text() {
        return "%s/%s:%s".formatted(receiver, route, labels);
    }
}
