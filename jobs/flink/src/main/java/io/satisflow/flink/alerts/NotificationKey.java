package io.satisflow.flink.alerts;

import io.satisflow.wire.Notification;

/** What notifications are keyed by: their id. */
public final class NotificationKey {
    private NotificationKey() {}

    public static String of(Notification notification) {
        return notification.getId();
    }
}
