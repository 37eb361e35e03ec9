package io.satisflow.alerts.replay;

import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.control.ControlKind;
import io.satisflow.alerts.lifecycle.Alert;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to alerts while they were recorded.
 *
 * @param id of a silence, which its end names
 * @param labels of a silence: those that it holds back; of an acknowledgement: the alert that is taken on
 * @param startsAt of a silence; null for {@code at}
 * @param endsAt of a silence; null for never
 */
public record RecordedWord(
        Instant at,
        ControlKind kind,
        String id,
        Map<String, String> labels,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {
    public RecordedWord {
        labels = new TreeMap<>(labels);
    }

    /** @param changes of all alerts: an acknowledgement is of those that last when it is said */
    Stream<AlertControl> controls(Collection<Alert> changes) {
        if (kind != ControlKind.ACK) {
            return Stream.of(control(id, null));
        }
        return changes.stream()
                .filter(alert -> !alert.asOf().isAfter(at))
                .filter(alert -> alert.labels().entrySet().containsAll(labels.entrySet()))
                .map(Alert::id)
                .distinct()
                .filter(alert -> lasts(alert, changes))
                .map(alert -> control("ack of " + alert, alert));
    }

    private boolean lasts(String alert, Collection<Alert> changes) {
        List<Alert> until = changes.stream()
                .filter(change -> change.id().equals(alert) && !change.asOf().isAfter(at))
                .sorted(Comparator.comparing(Alert::asOf))
                .toList();
        return until.get(until.size() - 1).phase().isActive();
    }

    private AlertControl control(String controlId, @Nullable String alert) {
        return new AlertControl(
                controlId,
                at,
                at,
                kind,
                alert,
                kind == ControlKind.SILENCE ? labels : Map.of(),
                startsAt,
                endsAt,
                "recorded",
                "");
    }
}
