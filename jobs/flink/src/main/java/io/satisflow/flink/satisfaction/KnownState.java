package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.tally.Tallies;
import java.util.HashMap;
import java.util.Map;

/**
 * What becomes known at one step of a grid.
 *
 * @param panes tallies, as {@link TalliesFormat} writes them, by the start of the pane
 */
public record KnownState(Map<Long, byte[]> panes) {
    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public KnownState {
        panes = panes == null ? Map.of() : panes;
    }

    static KnownState of(Map<Long, Tallies> known) {
        Map<Long, byte[]> panes = new HashMap<>();
        known.forEach((pane, tallies) -> panes.put(pane, TalliesFormat.write(tallies)));
        return new KnownState(panes);
    }

    Map<Long, Tallies> toDomain() {
        Map<Long, Tallies> known = new HashMap<>();
        panes.forEach((pane, tallies) -> known.put(pane, TalliesFormat.read(tallies)));
        return known;
    }
}
