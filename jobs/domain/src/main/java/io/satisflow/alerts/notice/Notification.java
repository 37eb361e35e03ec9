package io.satisflow.alerts.notice;

import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.receiver.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A notice in the words of its receiver's language, as it stands in its topic and waits for delivery.
 *
 * @param id from receiver, group and time: what a receiver knows a repetition by
 * @param group the labels that its alerts are grouped by
 * @param text plain text; redacted words of customers may stand in it
 * @param alerts the worst of those that fire, and of those that are over
 * @param truncated alerts that are counted and not shown
 * @param counts of all alerts: firing, resolved, and of those that fire team=, clock= and hour= each
 */
public record Notification(
        String id,
        Instant at,
        String receiver,
        Map<String, String> group,
        NoticeReason reason,
        Language language,
        String title,
        String text,
        List<WordedAlert> alerts,
        int truncated,
        Map<String, Integer> counts) {
    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public Notification {
        group = group == null ? Map.of() : new TreeMap<>(group);
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
        counts = counts == null ? Map.of() : new TreeMap<>(counts);
    }
}
