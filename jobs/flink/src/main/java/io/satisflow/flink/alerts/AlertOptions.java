package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;

/** @param settings what is worth an alert, who is told of it, when, and in which language */
public record AlertOptions(AlertSettings settings) {
    public static AlertOptions of(AlertSettings settings) {
        return new AlertOptions(settings);
    }
}
