package io.satisflow.flink.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.PaneStore;
import io.satisflow.satisfaction.window.WindowGrid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The panes of one grid of a segment. Those that were used since the last checkpoint are on the heap, the others in state, which
 * is asked while its segment is the current key.
 */
final class PanesAtHand implements PaneStore {
    private final WindowGrid grid;
    private final SegmentStore store;
    private final Map<Long, Tallies> used = new HashMap<>();
    /** Panes that differ from what is stored of them. */
    private final Set<Long> unsaved = new HashSet<>();

    private int weight;

    PanesAtHand(WindowGrid grid, SegmentStore store) {
        this.grid = grid;
        this.store = store;
    }

    @Override
    public Tallies get(long pane) {
        Tallies tallies = used.get(pane);
        if (tallies == null) {
            tallies = store.pane(grid, pane);
            keep(pane, tallies);
        }
        return tallies;
    }

    @Override
    public void put(long pane, Tallies tallies) {
        keep(pane, tallies);
        unsaved.add(pane);
    }

    @Override
    public void remove(long pane) {
        Tallies before = used.remove(pane);
        weight -= before == null ? 0 : before.size();
        unsaved.add(pane);
    }

    private void keep(long pane, Tallies tallies) {
        Tallies before = used.put(pane, tallies);
        weight += tallies.size() - (before == null ? 0 : before.size());
    }

    /** How many numbers are on the heap. */
    int weight() {
        return weight;
    }

    /** Writes what has changed, and leaves the heap. */
    void save() throws Exception {
        for (long pane : unsaved) {
            Tallies tallies = used.get(pane);
            if (tallies == null) {
                store.removePane(grid, pane);
            } else {
                store.putPane(grid, pane, tallies);
            }
        }
        unsaved.clear();
        used.clear();
        weight = 0;
    }
}
