package io.satisflow.flink.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.GridStanding;
import io.satisflow.satisfaction.window.WindowGrid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Segments as they stand in state. Each method is for the segment that is the current key; times are epoch milliseconds, and grids
 * are known by their steps.
 */
public interface SegmentStore {
    long NEVER = Long.MAX_VALUE;

    /**
     * What is stored of one grid.
     *
     * @param standing null when the segment stands nowhere in it
     * @param next the step at which something happens, for which a timer may be set; {@link #NEVER} for none
     * @param known what waits, by step and pane
     */
    record StoredGrid(@Nullable GridStanding standing, long next, Map<Long, Map<Long, Tallies>> known) {
        public static final StoredGrid NOTHING = new StoredGrid(null, NEVER, Map.of());
    }

    /** By step, those in which there is anything. A grid that is no longer in the settings is forgotten. */
    Map<Long, StoredGrid> read() throws Exception;

    /** @param next {@link #NEVER} when nothing happens by itself */
    void putStanding(WindowGrid grid, GridStanding standing, long next) throws Exception;

    void removeStanding(WindowGrid grid) throws Exception;

    /** @param known by pane */
    void putKnown(WindowGrid grid, long step, Map<Long, Tallies> known) throws Exception;

    void removeKnown(WindowGrid grid, long step) throws Exception;

    /** Of a pane that was put. */
    Tallies pane(WindowGrid grid, long pane);

    void putPane(WindowGrid grid, long pane, Tallies tallies) throws Exception;

    void removePane(WindowGrid grid, long pane) throws Exception;

    /** Nothing is left of the segment. */
    void clear();
}
