package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.id.DerivedId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A word to a receiver about a group.
 *
 * @param group the labels that its alerts are grouped by
 * @param alerts those that fire, and those that ended since the last look
 */
public record Notice(
        Instant at, String receiver, Map<String, String> group, NotifyDecision reason, List<Alert> alerts) {
    public Notice {
        alerts = List.copyOf(alerts);
    }

    /** What a receiver knows a repetition by. */
    public String id() {
        return DerivedId.of("notification", receiver, group, at.toEpochMilli());
    }
}
