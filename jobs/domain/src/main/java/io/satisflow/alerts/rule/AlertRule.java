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
 * @param steps how many of the last verdicts must be bad; null for one
 * @param flapping when alerts that come and go count as doing so; null where they cannot
 * @param endsAfter when an alert ends by itself, for rules on single records; null for others
 */
public record AlertRule(
        String name,
        AlertCondition condition,
        Severity severity,
        Map<String, String> labels,
        Duration pendingFor,
        Duration keepFiringFor,
        @Nullable Duration noDataAfter,
        @Nullable StepsOf steps,
        @Nullable Flapping flapping,
        @Nullable Duration endsAfter)
        implements Serializable {
    /** How long a key is waited for after its data stopped. */
    public static final Duration FORGET_AFTER = Duration.ofDays(7);

    public AlertRule {
        labels = new TreeMap<>(labels);
    }

    /** As a single verdict decides; scores that come and go are told as such. */
    public AlertRule(
            String name,
            AlertCondition condition,
            Severity severity,
            Map<String, String> labels,
            Duration pendingFor,
            Duration keepFiringFor,
            @Nullable Duration noDataAfter) {
        this(
                name,
                condition,
                severity,
                labels,
                pendingFor,
                keepFiringFor,
                noDataAfter,
                null,
                condition instanceof AlertCondition.Drift || condition instanceof AlertCondition.Threshold
                        ? Flapping.DEFAULT
                        : null,
                null);
    }

    /** How long a breach waits for a reply that was in time; zero for what nothing can still prevent. */
    public Duration grace() {
        return condition instanceof AlertCondition.Ticket ticket ? ticket.grace() : Duration.ZERO;
    }

    /** Fires and resolves at once, and does not mind silence. */
    public AlertRule(String name, AlertCondition condition, Severity severity) {
        this(name, condition, severity, Map.of(), Duration.ZERO, Duration.ZERO, null);
    }
}
