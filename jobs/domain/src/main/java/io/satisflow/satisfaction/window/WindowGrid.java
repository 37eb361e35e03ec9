package io.satisflow.satisfaction.window;

import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Windows that move by the same step and therefore share their panes, one of which is one step long. An answer is
 * counted once for all of them.
 *
 * <p>Times are epoch milliseconds; a pane is known by its first instant, a step by the instant at which it closes.
 *
 * @param windows at least one, all of one step
 * @param lateness how long after it closed a pane may still change the steps that have been told
 */
public record WindowGrid(List<KeptWindow> windows, Duration lateness) implements Serializable {

    public long step() {
        return windows.get(0).window().stepMillis();
    }

    /** The pane that an instant falls into. */
    public long paneOf(long instant) {
        return Math.floorDiv(instant, step()) * step();
    }

    /** The step at which something that becomes known is told: never before it is known. */
    public long stepFor(long knownAt) {
        return -Math.floorDiv(-knownAt, step()) * step();
    }

    long longest() {
        return windows.stream()
                .map(kept -> kept.window().lengthMillis())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Until when a pane is needed: by the window before the present one, as it stood at the oldest step told again. */
    long neededUntil(long pane) {
        return pane + step() + 2 * longest() + lateness.toMillis();
    }
}
