package io.satisflow.flink.alerts;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.route.GroupKey;

/** An alert on its way to a group. */
public record RoutedAlert(GroupKey key, Alert alert) {
    String group() {
        return key.text();
    }
}
