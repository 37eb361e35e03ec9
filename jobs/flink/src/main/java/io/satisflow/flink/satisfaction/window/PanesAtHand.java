package io.satisflow.flink.satisfaction.window;

import io.satisflow.flink.satisfaction.GridTimeState;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.PaneStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * The panes of one grid of a segment. Those that were used since the last checkpoint are on the heap, the others in state, which
 * is asked while its segment is the current key.
 */
final class PanesAtHand implements PaneStore {
    private final long step;
    private final MapState<GridTimeState, byte[]> stored;
    private final Map<Long, Tallies> used = new HashMap<>();
    /** Panes that differ from what is stored of them. */
    private final Set<Long> unsaved = new HashSet<>();

    private int weight;

    PanesAtHand(long step, MapState<GridTimeState, byte[]> stored) {
        this.step = step;
        this.stored = stored;
    }

    @Override
    public Tallies get(long pane) {
        Tallies tallies = used.get(pane);
        if (tallies == null) {
            tallies = read(pane);
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
                stored.remove(key(pane));
            } else {
                stored.put(key(pane), TalliesFormat.write(tallies));
            }
        }
        unsaved.clear();
        used.clear();
        weight = 0;
    }

    private Tallies read(long pane) {
        try {
            byte[] tallies = stored.get(key(pane));
            return tallies == null ? Tallies.NOTHING : TalliesFormat.read(tallies);
        } catch (Exception e) {
            throw new FlinkRuntimeException(
                    "the state backend failed on the pane at %d; see the cause".formatted(pane), e);
        }
    }

    private GridTimeState key(long pane) {
        return new GridTimeState(step, pane);
    }
}
