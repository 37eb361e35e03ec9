package io.satisflow.flink.alerts;

import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.lifecycle.Alert;

/** An alert on its way to a group. */
public record RoutedAlert(GroupKey key, Alert alert) {
    String group() {
        return key.text();
    }
}
