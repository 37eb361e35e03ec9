package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;

/** Where a segment's panes of one grid are kept, by their first instants. */
public interface PaneStore {

    /** Only asked for panes that were put. */
    Tallies get(long pane);

    void put(long pane, Tallies tallies);

    void remove(long pane);
}
