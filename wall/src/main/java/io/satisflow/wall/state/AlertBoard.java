package io.satisflow.wall.state;

import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.Notification;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The alerts that there are, those that were, and what people said to them. */
public final class AlertBoard {
    private static final int MOST_OVER = 1_000;

    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final Map<String, AlertControl> acknowledged = new HashMap<>();
    private final Map<String, AlertControl> silences = new TreeMap<>();
    private final Map<String, Long> notified = new HashMap<>();
    private int over;
    private long forgotten;

    public void heard(Alert alert) {
        Alert known = alerts.get(alert.getId());
        if (known != null && alert.getAsOf().isBefore(known.getAsOf())) {
            // An earlier release wrote alerts under another key, to a partition that is read in its own time.
            return;
        }
        Alert before = alerts.remove(alert.getId());
        over -= before != null && isOver(before) ? 1 : 0;
        alerts.put(alert.getId(), alert);
        over += isOver(alert) ? 1 : 0;
        if (over > MOST_OVER) {
            alerts.values().stream().filter(AlertBoard::isOver).findFirst().ifPresent(this::forget);
        }
    }

    private void forget(Alert alert) {
        alerts.remove(alert.getId());
        acknowledged.remove(alert.getId());
        notified.remove(alert.getId());
        over--;
        forgotten++;
    }

    public void heard(Notification notification) {
        notification.getAlerts().forEach(alert -> {
            if (alerts.containsKey(alert.getId())) {
                notified.merge(alert.getId(), 1L, Long::sum);
            }
        });
    }

    public void heard(AlertControl control) {
        switch (control.getKind()) {
            case "ACK" -> Optional.ofNullable(control.getAlertId()).ifPresent(id -> acknowledged.put(id, control));
            case "SILENCE" -> silences.put(control.getId(), control);
            case "EXPIRE" -> silences.remove(control.getId());
            default -> {}
        }
    }

    public static boolean isOver(Alert alert) {
        return alert.getState().equals("resolved") || alert.getState().equals("inactive");
    }

    /** Those that changed last come last. */
    public Stream<Alert> alerts() {
        return alerts.values().stream();
    }

    public Optional<Alert> alert(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    public Optional<AlertControl> acknowledgement(String alert) {
        return Optional.ofNullable(acknowledged.get(alert));
    }

    public Stream<AlertControl> silences() {
        return silences.values().stream();
    }

    /** The silence that keeps an alert quiet at an instant. */
    public Optional<AlertControl> silenceOf(Alert alert, Instant now) {
        return silences()
                .filter(silence -> isActive(silence, now) && matches(silence, alert))
                .findFirst();
    }

    public static boolean isActive(AlertControl silence, Instant now) {
        return (silence.getStartsAt() == null || !now.isBefore(silence.getStartsAt()))
                && (silence.getEndsAt() == null || now.isBefore(silence.getEndsAt()));
    }

    private static boolean matches(AlertControl silence, Alert alert) {
        Map<String, String> labels = new HashMap<>(alert.getLabels());
        labels.put("rule", alert.getRule());
        labels.put("severity", alert.getSeverity());
        return silence.getMatchers().entrySet().stream()
                .allMatch(matcher -> matcher.getValue().equals(labels.get(matcher.getKey())));
    }

    public long notified(String alert) {
        return notified.getOrDefault(alert, 0L);
    }

    public long forgotten() {
        return forgotten;
    }
}
