package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;

/**
 * What stands in a window at one of its steps.
 *
 * @param current in the window itself
 * @param previous in the window of the same length just before
 */
public record WindowTotals(Tallies current, Tallies previous) {
    public static final WindowTotals NOTHING = new WindowTotals(Tallies.NOTHING, Tallies.NOTHING);

    WindowTotals plusCurrent(Tallies more) {
        return new WindowTotals(current.plus(more), previous);
    }

    WindowTotals plusPrevious(Tallies more) {
        return new WindowTotals(current, previous.plus(more));
    }

    /** An empty window is told once, however what was before it goes on to change. */
    public boolean saysTheSameAs(WindowTotals other) {
        return current.equals(other.current) && (current.isNothing() || previous.equals(other.previous));
    }
}
