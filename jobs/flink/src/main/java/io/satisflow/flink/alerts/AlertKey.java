package io.satisflow.flink.alerts;

import io.satisflow.wire.Alert;

/** What alerts are keyed by: rule and key. */
public final class AlertKey {
    private AlertKey() {}

    public static String of(Alert alert) {
        return alert.getRule() + "/" + alert.getKey();
    }
}
