package io.satisflow.flink.alerts;

import io.satisflow.alerts.Alert;
import io.satisflow.alerts.GroupKey;

/** An alert on its way to a group. */
public record RoutedAlert(GroupKey key, Alert alert) {
    String group() {
        return key.text();
    }
}
