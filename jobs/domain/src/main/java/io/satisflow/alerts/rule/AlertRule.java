package io.satisflow.alerts.rule;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, and how patiently.
 *
 * @param labels added to those of its alerts
 * @param pendingFor how long the condition must hold before the alert fires
 * @param keepFiringFor how long it must no longer hold before the alert is resolved
 * @param noDataAfter after how long without data, where there was some, that is an alert itself; null for never
 */
public record AlertRule(
        String name,
        AlertCondition condition,
        Severity severity,
        Map<String, String> labels,
        Duration pendingFor,
        Duration keepFiringFor,
        @Nullable Duration noDataAfter)
        implements Serializable {
    /** How long a key is waited for after its data stopped. */
    public static final Duration FORGET_AFTER = Duration.ofDays(7);

    public AlertRule {
        labels = new TreeMap<>(labels);
    }

    /** Fires and resolves at once, and does not mind silence. */
    public AlertRule(String name, AlertCondition condition, Severity severity) {
        this(name, condition, severity, Map.of(), Duration.ZERO, Duration.ZERO, null);
    }
}
