package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.flink.satisfaction.window.SegmentStore;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.GridStanding;
import io.satisflow.satisfaction.window.WindowGrid;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/** What waits, panes and standings, each in a map of its own: a pane is read when it leaves a window, long after the others. */
final class StoredSegments implements SegmentStore {
    private final Map<Long, WindowGrid> grids;
    private final MapState<GridTimeState, KnownState> waiting;
    private final MapState<GridTimeState, byte[]> panes;
    private final MapState<Long, GridState> standings;

    StoredSegments(List<WindowGrid> grids, RuntimeContext context) {
        this.grids = grids.stream().collect(Collectors.toMap(WindowGrid::step, Function.identity()));
        TypeInformation<GridTimeState> gridTime = TypeInformation.of(GridTimeState.class);
        waiting = context.getMapState(
                new MapStateDescriptor<>("waiting", gridTime, TypeInformation.of(KnownState.class)));
        panes = context.getMapState(
                new MapStateDescriptor<>("panes", gridTime, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        standings = context.getMapState(
                new MapStateDescriptor<>("standings", Types.LONG, TypeInformation.of(GridState.class)));
    }

    @Override
    public Map<Long, StoredGrid> read() throws Exception {
        Map<Long, Map<Long, Map<Long, Tallies>>> known = new HashMap<>();
        for (Map.Entry<GridTimeState, KnownState> entry : waiting.entries()) {
            known.computeIfAbsent(entry.getKey().step(), none -> new HashMap<>())
                    .put(entry.getKey().time(), entry.getValue().toDomain());
        }
        Map<Long, StoredGrid> stored = new HashMap<>();
        known.forEach((step, ofGrid) -> stored.put(step, new StoredGrid(null, NEVER, ofGrid)));
        for (Map.Entry<Long, GridState> entry : standings.entries()) {
            long step = entry.getKey();
            WindowGrid grid = grids.get(step);
            if (grid == null) {
                stored.put(step, StoredGrid.NOTHING);
            } else {
                Long timer = entry.getValue().timer();
                stored.put(
                        step,
                        new StoredGrid(
                                entry.getValue().toDomain(grid),
                                timer == null ? NEVER : timer,
                                known.getOrDefault(step, Map.of())));
            }
        }
        if (stored.keySet().retainAll(grids.keySet())) {
            forgetRetired();
        }
        return stored;
    }

    private void forgetRetired() throws Exception {
        remove(standings, step -> !grids.containsKey(step));
        remove(panes, pane -> !grids.containsKey(pane.step()));
        remove(waiting, step -> !grids.containsKey(step.step()));
    }

    private static <K> void remove(MapState<K, ?> state, Predicate<K> which) throws Exception {
        Iterator<? extends Map.Entry<K, ?>> entries = state.iterator();
        while (entries != null && entries.hasNext()) {
            if (which.test(entries.next().getKey())) {
                entries.remove();
            }
        }
        if (state.isEmpty()) {
            // An emptied map would otherwise stay as an empty map.
            state.clear();
        }
    }

    @Override
    public void putStanding(WindowGrid grid, GridStanding standing, long next) throws Exception {
        standings.put(grid.step(), GridState.of(grid, standing, next == NEVER ? null : next));
    }

    @Override
    public void removeStanding(WindowGrid grid) throws Exception {
        standings.remove(grid.step());
    }

    @Override
    public void putKnown(WindowGrid grid, long step, Map<Long, Tallies> known) throws Exception {
        waiting.put(key(grid, step), KnownState.of(known));
    }

    @Override
    public void removeKnown(WindowGrid grid, long step) throws Exception {
        waiting.remove(key(grid, step));
    }

    @Override
    public Tallies pane(WindowGrid grid, long pane) {
        try {
            byte[] tallies = panes.get(key(grid, pane));
            return tallies == null ? Tallies.NOTHING : TalliesFormat.read(tallies);
        } catch (Exception e) {
            throw new FlinkRuntimeException(
                    "the state backend failed on the pane at %d; see the cause".formatted(pane), e);
        }
    }

    @Override
    public void putPane(WindowGrid grid, long pane, Tallies tallies) throws Exception {
        panes.put(key(grid, pane), TalliesFormat.write(tallies));
    }

    @Override
    public void removePane(WindowGrid grid, long pane) throws Exception {
        panes.remove(key(grid, pane));
    }

    @Override
    public void clear() {
        standings.clear();
        waiting.clear();
        panes.clear();
    }

    private static GridTimeState key(WindowGrid grid, long time) {
        return new GridTimeState(grid.step(), time);
    }
}
