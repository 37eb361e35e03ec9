package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A segment's panes of one grid while a step is worked out: each is fetched from the store at most once. */
final class KnownPanes {
    private final PaneIndex index;
    private final PaneStore store;
    private final Map<Long, Tallies> fetched = new HashMap<>();

    KnownPanes(PaneIndex index, PaneStore store) {
        this.index = index;
        this.store = store;
    }

    PaneIndex index() {
        return index;
    }

    Tallies at(long pane) {
        return index.contains(pane) ? fetched.computeIfAbsent(pane, store::get) : Tallies.NOTHING;
    }

    void add(long pane, Tallies more) {
        Tallies sum = at(pane).plus(more);
        if (sum.isNothing()) {
            remove(pane);
            return;
        }
        index.add(pane);
        fetched.put(pane, sum);
        store.put(pane, sum);
    }

    private void remove(long pane) {
        if (index.contains(pane)) {
            index.remove(pane);
            fetched.remove(pane);
            store.remove(pane);
        }
    }

    /** What stands in the panes from the first to the last, both included. */
    void between(long first, long last, Consumer<Tallies> each) {
        OptionalLong pane = index.next(first);
        while (pane.isPresent() && pane.getAsLong() <= last) {
            each.accept(at(pane.getAsLong()));
            pane = index.next(pane.getAsLong() + 1);
        }
    }

    /** Drops the panes that are no longer needed. */
    void dropUntil(WindowGrid grid, long step) {
        while (!index.isEmpty() && grid.neededUntil(index.first()) <= step) {
            remove(index.first());
        }
    }
}
