package io.satisflow.local.terminal;

import io.satisflow.alerts.rule.Label;
import io.satisflow.wire.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The alerts as they stand: on scores each by itself, on tickets counted, since their clocks are shown anyway. */
public final class AlertBoard {
    public static final List<String> ACTIVE = List.of("firing", "recovering", "no_data", "pending");
    private static final Duration RESOLVED_SHOWN_FOR = Duration.ofHours(6);
    private static final Comparator<Alert> FIRING_FIRST = Comparator.<Alert>comparingInt(
                    alert -> ACTIVE.contains(alert.getState()) ? ACTIVE.indexOf(alert.getState()) : ACTIVE.size())
            .thenComparing(Alert::getAsOf, Comparator.reverseOrder())
            .thenComparing(Alert::getKey);

    private final Map<String, Alert> byKey = new HashMap<>();
    private final Deque<Alert> toCome = new ArrayDeque<>();
    private final Predicate<Instant> isToCome;
    private long notifications;

    /** @param isToCome whether the time that is shown beside will be there in a moment: nothing is told before it has happened */
    public AlertBoard(Predicate<Instant> isToCome) {
        this.isToCome = isToCome;
    }

    public void heard(Alert alert) {
        toCome.add(alert);
    }

    private void letCome() {
        for (Iterator<Alert> each = toCome.iterator(); each.hasNext(); ) {
            Alert alert = each.next();
            if (!isToCome.test(alert.getAsOf())) {
                each.remove();
                show(alert);
            }
        }
    }

    private void show(Alert alert) {
        // Alerts of one key lie in several partitions, which are read in no order.
        byKey.merge(alert.getRule() + "/" + alert.getKey(), alert, AlertBoard::later);
    }

    private static Alert later(Alert known, Alert heard) {
        int byStart = heard.getSince().compareTo(known.getSince());
        return byStart > 0 || (byStart == 0 && !heard.getAsOf().isBefore(known.getAsOf())) ? heard : known;
    }

    void notified() {
        notifications++;
    }

    public long notifications() {
        return notifications;
    }

    /** Those that last, and those that have ended of late. */
    public List<Alert> onScores(Instant now, int most) {
        return scores().filter(alert -> ACTIVE.contains(alert.getState()) || endedOfLate(alert, now))
                .sorted(FIRING_FIRST)
                .limit(most)
                .toList();
    }

    public long onScores(String state, Instant now) {
        return scores().filter(alert -> alert.getState().equals(state))
                .filter(alert -> ACTIVE.contains(state) || endedOfLate(alert, now))
                .count();
    }

    /** Alerts on tickets that people are told of now. */
    public long onTickets() {
        letCome();
        return byKey.values().stream()
                .filter(alert ->
                        isOnTicket(alert) && alert.getState().equals("firing") && alert.getInhibitedBy() == null)
                .count();
    }

    private Stream<Alert> scores() {
        letCome();
        return byKey.values().stream().filter(alert -> !isOnTicket(alert));
    }

    private static boolean isOnTicket(Alert alert) {
        return "ticket".equals(alert.getLabels().get(Label.KIND));
    }

    private static boolean endedOfLate(Alert alert, Instant now) {
        Instant ended = alert.getEndedAt();
        return alert.getState().equals("resolved") && ended != null && ended.isAfter(now.minus(RESOLVED_SHOWN_FOR));
    }
}
