package io.satisflow.satisfaction.window;

import java.util.Map;

/**
 * How far a segment has come in one grid.
 *
 * @param reached the last step that was looked at, epoch milliseconds
 * @param panes that hold anything, those after {@code reached} included
 * @param totals by the window's name, at the step {@code reached}
 * @param owed by the window's name, what is still to be told
 */
public record GridStanding(long reached, PaneIndex panes, Map<String, WindowTotals> totals, Map<String, Owed> owed) {

    /** A segment that nothing is known of. */
    public static GridStanding unknown(long step, long reached) {
        return new GridStanding(reached, PaneIndex.of(step, 0, new long[0]), Map.of(), Map.of());
    }

    /** Nothing is left of it. */
    public boolean isNothing() {
        return panes.isEmpty() && owed.values().stream().noneMatch(Owed::isAnything);
    }
}
