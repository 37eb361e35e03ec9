package io.satisflow.flink.delivery;

import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.hook.queue.Batch;
import io.satisflow.id.DerivedId;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes messages of notifications. The same notifications give the same message, whenever and however often. */
final class NotificationMessages {
    /** More than these are counted and not carried along: nobody is shown them. */
    private static final int MOST_OVERDUE = 50;

    private final String externalUrl;

    /** @param externalUrl of the wall; empty when it is not known */
    NotificationMessages(String externalUrl) {
        this.externalUrl = externalUrl;
    }

    Message message(Batch.Kind kind, List<Notification> notifications) {
        return switch (kind) {
            case SINGLE -> single(notifications.get(0));
            case DIGEST -> together(Message.Kind.DIGEST, notifications, Integer.MAX_VALUE);
            case OVERDUE -> together(Message.Kind.OVERDUE, notifications, MOST_OVERDUE);
        };
    }

    private Message single(Notification notification) {
        return new Message(
                notification.getId(),
                Message.Kind.ALERT,
                notification.getAt(),
                notification.getReceiver(),
                notification.getGroup(),
                notification.getReason(),
                notification.getLanguage(),
                notification.getTitle(),
                notification.getAlerts().stream()
                        .map(NotificationMessages::alert)
                        .toList(),
                notification.getTruncated(),
                notification.getCounts(),
                externalUrl,
                null);
    }

    /** Each alert once, as it was said last. */
    private Message together(Message.Kind kind, List<Notification> notifications, int most) {
        Map<String, MessageAlert> alerts = new LinkedHashMap<>();
        notifications.forEach(
                notification -> notification.getAlerts().forEach(alert -> alerts.put(alert.getId(), alert(alert))));
        Notification first = notifications.get(0);
        Notification last = notifications.get(notifications.size() - 1);
        List<MessageAlert> shown = new ArrayList<>(alerts.values()).subList(0, Math.min(most, alerts.size()));
        return new Message(
                DerivedId.of(kind, first.getId(), last.getId(), notifications.size()),
                kind,
                last.getAt(),
                last.getReceiver(),
                Map.of(),
                "",
                last.getLanguage(),
                "",
                shown,
                alerts.size() - shown.size() + truncated(notifications),
                Map.of(),
                externalUrl,
                null);
    }

    /** Alerts that the newest word on each group does not show. */
    private static int truncated(List<Notification> notifications) {
        Map<Map<String, String>, Integer> byGroup = new LinkedHashMap<>();
        notifications.forEach(notification -> byGroup.put(notification.getGroup(), notification.getTruncated()));
        return byGroup.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static MessageAlert alert(Alert alert) {
        return new MessageAlert(
                alert.getId(),
                alert.getRule(),
                alert.getKey(),
                alert.getState(),
                alert.getSince(),
                alert.getEndedAt(),
                alert.getSeverity(),
                alert.getLabels(),
                alert.getAnnotations());
    }
}
