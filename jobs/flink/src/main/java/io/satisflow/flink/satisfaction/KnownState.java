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
    static final KnownState NOTHING = new KnownState(Map.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public KnownState {
        panes = panes == null ? Map.of() : panes;
    }

    KnownState with(long pane, byte[] tallies) {
        Map<Long, byte[]> more = new HashMap<>(panes);
        more.merge(pane, tallies, KnownState::sum);
        return new KnownState(more);
    }

    Map<Long, Tallies> toDomain() {
        Map<Long, Tallies> known = new HashMap<>();
        panes.forEach((pane, tallies) -> known.put(pane, TalliesFormat.read(tallies)));
        return known;
    }

    private static byte[] sum(byte[] some, byte[] more) {
        return TalliesFormat.write(TalliesFormat.read(some).plus(TalliesFormat.read(more)));
    }
}
