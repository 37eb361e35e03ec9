package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The alerts that matter most, out of any number, in little room. */
final class Worst {
    static final int SHOWN = 10;

    static final Comparator<Alert> FIRST = Comparator.comparing(Alert::severity, Comparator.reverseOrder())
            .thenComparing(Alert::since)
            .thenComparing(Alert::key)
            .thenComparing(Alert::id);

    private final PriorityQueue<Alert> kept = new PriorityQueue<>(FIRST.reversed());

    void add(Alert alert) {
        kept.add(alert);
        if (kept.size() > SHOWN) {
            kept.remove();
        }
    }

    List<Alert> inOrder() {
        List<Alert> worst = new ArrayList<>(kept);
        worst.sort(FIRST);
        return worst;
    }
}
