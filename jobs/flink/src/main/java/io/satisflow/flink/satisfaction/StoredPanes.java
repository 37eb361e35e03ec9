package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.PaneStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/** The panes of one grid in the state of the current segment. */
final class StoredPanes implements PaneStore {
    private final long step;
    private final MapState<GridTimeState, byte[]> panes;

    StoredPanes(long step, MapState<GridTimeState, byte[]> panes) {
        this.step = step;
        this.panes = panes;
    }

    @Override
    public Tallies get(long pane) {
        try {
            byte[] tallies = panes.get(key(pane));
            return tallies == null ? Tallies.NOTHING : TalliesFormat.read(tallies);
        } catch (Exception e) {
            throw unreadable(pane, e);
        }
    }

    @Override
    public void put(long pane, Tallies tallies) {
        try {
            panes.put(key(pane), TalliesFormat.write(tallies));
        } catch (Exception e) {
            throw unreadable(pane, e);
        }
    }

    @Override
    public void remove(long pane) {
        try {
            panes.remove(key(pane));
        } catch (Exception e) {
            throw unreadable(pane, e);
        }
    }

    private GridTimeState key(long pane) {
        return new GridTimeState(step, pane);
    }

    private static FlinkRuntimeException unreadable(long pane, Exception e) {
        return new FlinkRuntimeException(
                "the state backend failed on the pane at %d; see the cause".formatted(pane), e);
    }
}
