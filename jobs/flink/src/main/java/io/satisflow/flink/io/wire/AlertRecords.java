package io.satisflow.flink.io.wire;

import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;

/** Alerts, and what receivers are told of them, on the wire. */
public final class AlertRecords {
    private AlertRecords() {}

    public static Notification toWire(io.satisflow.alerts.notice.Notification notification) {
        return Notification.newBuilder()
                .setId(notification.id())
                .setAt(notification.at())
                .setReceiver(notification.receiver())
                .setGroup(notification.group())
                .setReason(notification.reason().wireName())
                .setLanguage(notification.language().tag())
                .setTitle(notification.title())
                .setText(notification.text())
                .setAlerts(
                        notification.alerts().stream().map(AlertRecords::toWire).toList())
                .setTruncated(notification.truncated())
                .setCounts(notification.counts())
                .build();
    }

    public static Alert toWire(WordedAlert worded) {
        io.satisflow.alerts.lifecycle.Alert alert = worded.alert();
        return Alert.newBuilder()
                .setId(alert.id())
                .setRule(alert.rule())
                .setKey(alert.key())
                .setState(alert.phase().wireName())
                .setSince(alert.since())
                .setEndedAt(alert.endedAt())
                .setSeverity(alert.severity().wireName())
                .setLabels(alert.labels())
                .setAnnotations(worded.annotations())
                .setReason(alert.reason())
                .setInhibitedBy(alert.inhibitedBy())
                .setAsOf(alert.asOf())
                .build();
    }
}
