package io.satisflow.flink.satisfaction;

import io.satisflow.satisfaction.window.GridStanding;
import io.satisflow.satisfaction.window.KeptWindow;
import io.satisflow.satisfaction.window.Owed;
import io.satisflow.satisfaction.window.PaneIndex;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.satisfaction.window.WindowTotals;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a segment has come in one grid. Times are epoch milliseconds.
 *
 * @param firstPane the pane of the first bit
 * @param panes a bit for each pane that holds anything
 * @param windows by name
 * @param owed by window, when something is still to be told or when it was told last matters
 * @param timer when it is looked at again although nothing becomes known; null when never
 */
public record GridState(
        long reached,
        long firstPane,
        long[] panes,
        Map<String, WindowTotalsState> windows,
        @Nullable Long timer,
        Map<String, OwedState> owed) {

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public GridState {
        panes = panes == null ? new long[0] : panes;
        windows = windows == null ? Map.of() : windows;
        owed = owed == null ? Map.of() : owed;
    }

    static GridState of(WindowGrid grid, GridStanding standing, @Nullable Long timer) {
        Map<String, WindowTotalsState> windows = new HashMap<>();
        for (KeptWindow kept : grid.windows()) {
            String name = kept.window().name();
            WindowTotals totals = standing.totals().getOrDefault(name, WindowTotals.NOTHING);
            windows.put(name, WindowTotalsState.of(metrics(kept), totals));
        }
        PaneIndex index = standing.panes();
        return new GridState(
                standing.reached(), index.first(), index.words(), windows, timer, OwedState.of(standing.owed()));
    }

    GridStanding toDomain(WindowGrid grid) {
        Map<String, WindowTotals> totals = new HashMap<>();
        for (KeptWindow kept : grid.windows()) {
            WindowTotalsState window = windows.get(kept.window().name());
            if (window != null && window.metrics().equals(metrics(kept))) {
                totals.put(kept.window().name(), window.toDomain());
            }
        }
        Map<String, Owed> open = new HashMap<>();
        owed.forEach((name, state) -> open.put(name, state.toDomain()));
        return new GridStanding(reached, PaneIndex.of(grid.step(), firstPane, panes), totals, open);
    }

    private static String metrics(KeptWindow kept) {
        return kept.window().length() + " " + String.join(",", kept.metrics());
    }
}
