package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.segment.Segment;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The drifts of a group by segment: one of a segment says more than those of its parts, so nobody is told of these. */
final class ParentDrifts {
    private final Set<String> active = new HashSet<>();

    void add(Alert alert) {
        String segment = alert.facts().get(Fact.SEGMENT);
        if (segment != null
                && alert.facts().containsKey(Fact.DIRECTION)
                && alert.phase().isActive()) {
            active.add(place(alert, segment));
        }
    }

    /** Whether a segment that this one is a part of drifts the same way. */
    boolean inhibit(Alert alert) {
        String segment = alert.facts().get(Fact.SEGMENT);
        return active.size() > 1
                && segment != null
                && alert.facts().containsKey(Fact.DIRECTION)
                && anyParent(alert, Segment.parse(segment).values());
    }

    private boolean anyParent(Alert alert, Map<String, String> values) {
        for (Map.Entry<String, String> value : values.entrySet()) {
            Map<String, String> others = new TreeMap<>(values);
            others.remove(value.getKey());
            if (active.contains(place(alert, new Segment(others).key())) || anyParent(alert, others)) {
                return true;
            }
        }
        return false;
    }

    private static String place(Alert alert, String segment) {
        return String.join(
                "\n",
                alert.rule(),
                alert.facts().getOrDefault(Fact.METRIC, ""),
                alert.facts().getOrDefault(Fact.DIRECTION, ""),
                segment);
    }
}
