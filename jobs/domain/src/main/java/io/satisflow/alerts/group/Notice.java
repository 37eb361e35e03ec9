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
 * @param alerts the worst of those that fire, and of those that ended since the last look
 * @param counts of all of them
 */
public record Notice(
        Instant at,
        String receiver,
        Map<String, String> group,
        NoticeReason reason,
        List<Alert> alerts,
        NoticeCounts counts) {
    public Notice {
        alerts = List.copyOf(alerts);
    }

    /** What a receiver knows a repetition by. */
    public String id() {
        return DerivedId.of("notification", receiver, group, at.toEpochMilli());
    }

    /** How many alerts are counted and not shown. */
    public int truncated() {
        return Math.max(0, counts.firing() + counts.resolved() - alerts.size());
    }
}
