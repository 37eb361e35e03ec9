package io.satisflow.alerts.inhibition;

import io.satisflow.alerts.lifecycle.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Alerts on their way through time, each with the one that holds it back, if any. One long way gives the same as many short
 * ones.
 */
public final class Inhibition {
    private static final Comparator<Alert> IN_ORDER_KNOWN =
            Comparator.comparing(Alert::asOf).thenComparing(Alert::id).thenComparing(Alert::phase);

    private final InhibitRules rules;
    private final Map<String, Alert> active;
    private final Map<String, Alert> changed = new TreeMap<>();
    private final List<Alert> told = new ArrayList<>();

    private Inhibition(InhibitRules rules, Map<String, Alert> active) {
        this.rules = rules;
        this.active = active;
    }

    /**
     * @param active by id, the alerts that last; changed to those that last afterwards
     * @param changes of alerts, in any order
     * @return the changes with what holds them back, and alerts for which that has changed, in order of time
     */
    public static List<Alert> advance(InhibitRules rules, Map<String, Alert> active, Collection<Alert> changes) {
        Inhibition inhibition = new Inhibition(rules, active);
        List<Alert> inOrder = changes.stream().sorted(IN_ORDER_KNOWN).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            Alert alert = inOrder.get(i);
            inhibition.take(alert);
            boolean last = i + 1 == inOrder.size() || !inOrder.get(i + 1).asOf().equals(alert.asOf());
            if (last) {
                inhibition.tell(alert.asOf());
            }
        }
        return inhibition.told;
    }

    /** A change that is older than what is known is a redelivery. */
    private void take(Alert alert) {
        Alert known = active.get(alert.id());
        if (known != null && alert.asOf().isBefore(known.asOf())) {
            return;
        }
        changed.put(alert.id(), alert);
        if (alert.phase().isActive()) {
            active.put(alert.id(), known == null ? alert : alert.inhibited(known.inhibitedBy(), alert.asOf()));
        } else {
            active.remove(alert.id());
        }
    }

    private void tell(Instant at) {
        Inhibitors inhibitors = new Inhibitors(rules, active.values());
        for (Alert alert : List.copyOf(active.values())) {
            String by = inhibitors.of(alert);
            if (!Objects.equals(by, alert.inhibitedBy())) {
                active.put(alert.id(), alert.inhibited(by, at));
                changed.put(alert.id(), alert);
            }
        }
        changed.forEach((id, alert) -> told.add(active.getOrDefault(id, alert)));
        changed.clear();
    }
}
