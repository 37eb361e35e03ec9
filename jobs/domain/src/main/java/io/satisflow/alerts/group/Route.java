package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where alerts go.
 *
 * @param match by label, the values that an alert may have; empty for every alert
 * @param groupBy labels whose values an alert's group has in common
 */
public record Route(Map<String, List<String>> match, String receiver, List<String> groupBy, GroupTiming timing)
        implements Serializable {
    /** What a label that an alert does not have is spelled. */
    static final String NONE = "(none)";

    public Route {
        match = new TreeMap<>(match);
        groupBy = List.copyOf(groupBy);
    }

    boolean matches(Alert alert) {
        return match.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().contains(alert.labels().getOrDefault(wanted.getKey(), NONE)));
    }

    Map<String, String> group(Alert alert) {
        Map<String, String> group = new TreeMap<>();
        groupBy.forEach(label -> group.put(label, alert.labels().getOrDefault(label, NONE)));
        return group;
    }
}
