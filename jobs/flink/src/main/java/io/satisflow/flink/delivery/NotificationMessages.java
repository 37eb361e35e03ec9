package io.satisflow.flink.delivery;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.hook.queue.Batch;
import io.satisflow.id.DerivedId;
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
                notification.id(),
                Message.Kind.ALERT,
                notification.at(),
                notification.receiver(),
                notification.group(),
                notification.reason().wireName(),
                notification.language().tag(),
                notification.title(),
                notification.alerts().stream().map(NotificationMessages::alert).toList(),
                notification.truncated(),
                notification.counts(),
                externalUrl,
                null);
    }

    /** Each alert once, as it was said last. */
    private Message together(Message.Kind kind, List<Notification> notifications, int most) {
        Map<String, MessageAlert> alerts = new LinkedHashMap<>();
        notifications.forEach(
                notification -> notification.alerts().forEach(alert -> alerts.put(alert.id(), alert(alert))));
        Notification first = notifications.get(0);
        Notification last = notifications.get(notifications.size() - 1);
        List<MessageAlert> shown = new ArrayList<>(alerts.values()).subList(0, Math.min(most, alerts.size()));
        return new Message(
                DerivedId.of(kind, first.id(), last.id(), notifications.size()),
                kind,
                last.at(),
                last.receiver(),
                Map.of(),
                "",
                last.language().tag(),
                "",
                shown,
                alerts.size() - shown.size() + leftOut(notifications),
                externalUrl,
                null);
    }

    /** What the last word on each group did not show. */
    private static int leftOut(List<Notification> notifications) {
        Map<Map<String, String>, Integer> byGroup = new LinkedHashMap<>();
        notifications.forEach(notification -> byGroup.put(notification.group(), notification.truncated()));
        return byGroup.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static MessageAlert alert(WordedAlert worded) {
        Alert alert = worded.alert();
        return new MessageAlert(
                alert.id(),
                alert.rule(),
                alert.key(),
                alert.phase().wireName(),
                alert.since(),
                alert.endedAt(),
                alert.severity().wireName(),
                alert.labels(),
                worded.annotations());
    }
}
