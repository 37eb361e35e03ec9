package io.satisflow.flink.delivery;

import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one receiver: of each alert, in which revision and by which notification it was told last.
 *
 * @param told by the alert's id; forgotten some weeks after it was told last
 */
record ToldAlerts(MapState<String, ToldState> told) {
    private static final Set<NoticeReason> CHANGES = Set.of(NoticeReason.SOME_RESOLVED, NoticeReason.ALL_RESOLVED);

    /** Whether every alert in it was told in this revision by this notification, or in a newer one. */
    boolean isOld(Notification notification) throws Exception {
        for (WordedAlert alert : notification.alerts()) {
            @Nullable ToldState before = told.get(alert.id());
            if (before == null || !before.isNewerThan(notification.id(), revision(alert))) {
                return false;
            }
        }
        return !notification.alerts().isEmpty();
    }

    void put(List<Notification> notifications, @Nullable String reference) throws Exception {
        for (Notification notification : notifications) {
            for (WordedAlert alert : notification.alerts()) {
                told.put(alert.id(), new ToldState(notification.id(), revision(alert), reference));
            }
        }
    }

    void forgetReferences(List<Notification> notifications) throws Exception {
        for (Notification notification : notifications) {
            for (WordedAlert alert : notification.alerts()) {
                @Nullable ToldState before = told.get(alert.id());
                if (before != null) {
                    told.put(alert.id(), new ToldState(before.notification(), before.revision(), null));
                }
            }
        }
    }

    /**
     * The message that this notification changes in place: when something ended and all of it stands in one message. What
     * is new, and what goes on for long, is told anew, since nobody's phone rings at a change.
     */
    @Nullable
    String messageToChange(Notification notification) throws Exception {
        if (!CHANGES.contains(notification.reason())) {
            return null;
        }
        Set<String> references = new HashSet<>();
        for (WordedAlert alert : notification.alerts()) {
            @Nullable ToldState before = told.get(alert.id());
            if (before == null || before.reference() == null) {
                return null;
            }
            references.add(before.reference());
        }
        return references.size() == 1 ? references.iterator().next() : null;
    }

    private static long revision(WordedAlert alert) {
        return alert.alert().asOf().toEpochMilli();
    }
}
