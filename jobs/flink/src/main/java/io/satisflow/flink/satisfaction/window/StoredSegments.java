package io.satisflow.flink.satisfaction.window;

import io.satisflow.flink.satisfaction.GridState;
import io.satisflow.flink.satisfaction.GridTimeState;
import io.satisflow.flink.satisfaction.KnownState;
import io.satisflow.satisfaction.window.WindowGrid;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Segments as they stand in state. Each method is for the segment that is the current key. */
final class StoredSegments {
    private final List<WindowGrid> grids;
    private final long cell;
    private final MapState<GridTimeState, KnownState> waiting;
    private final MapState<GridTimeState, byte[]> panes;
    private final MapState<Long, GridState> standings;

    /** @param cell a divisor of all steps, in milliseconds */
    StoredSegments(List<WindowGrid> grids, long cell, RuntimeContext context) {
        this.grids = grids;
        this.cell = cell;
        TypeInformation<GridTimeState> gridTime = TypeInformation.of(GridTimeState.class);
        waiting = context.getMapState(
                new MapStateDescriptor<>("waiting", gridTime, TypeInformation.of(KnownState.class)));
        panes = context.getMapState(
                new MapStateDescriptor<>("panes", gridTime, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        standings = context.getMapState(
                new MapStateDescriptor<>("standings", Types.LONG, TypeInformation.of(GridState.class)));
    }

    SegmentAtHand take(String key) throws Exception {
        Map<Long, GridAtHand> byStep = new LinkedHashMap<>();
        grids.forEach(grid -> byStep.put(grid.step(), new GridAtHand(grid, new PanesAtHand(grid.step(), panes))));
        SegmentAtHand segment = new SegmentAtHand(key, new ArrayList<>(byStep.values()), cell);
        boolean isRetired = false;
        for (Map.Entry<Long, GridState> entry : standings.entries()) {
            GridAtHand grid = byStep.get(entry.getKey());
            isRetired |= grid == null;
            if (grid != null) {
                grid.restore(entry.getValue());
                Long timer = entry.getValue().timer();
                if (timer != null) {
                    segment.timers().add(timer);
                }
            }
        }
        for (Map.Entry<GridTimeState, KnownState> entry : waiting.entries()) {
            GridAtHand grid = byStep.get(entry.getKey().step());
            isRetired |= grid == null;
            if (grid != null) {
                grid.restore(entry.getKey().time(), entry.getValue());
            }
        }
        if (isRetired) {
            forgetRetired(byStep.keySet()::contains);
        }
        return segment;
    }

    /** A grid that is no longer in the settings: its state goes with it. */
    private void forgetRetired(Predicate<Long> isKept) throws Exception {
        remove(standings, step -> !isKept.test(step));
        remove(panes, pane -> !isKept.test(pane.step()));
        remove(waiting, step -> !isKept.test(step.step()));
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

    void save(SegmentAtHand segment) throws Exception {
        for (GridAtHand grid : segment.grids()) {
            grid.save(standings, waiting);
        }
        if (segment.isNothing()) {
            standings.clear();
            waiting.clear();
            panes.clear();
        }
    }
}
