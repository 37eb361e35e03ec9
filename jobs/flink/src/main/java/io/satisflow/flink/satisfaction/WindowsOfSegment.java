package io.satisflow.flink.satisfaction;

import io.satisflow.flink.quiet.AwaitedTimes;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.GridAdvance;
import io.satisflow.satisfaction.window.GridStanding;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.satisfaction.window.SegmentWindows;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.segment.Segment;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rolling windows of a segment and moves them in event time only (rule T4). What may not be used yet waits in a
 * map by the step at which it is used, however far it is ahead of the watermark; each such step has a timer. Besides
 * there is one timer for each grid, for the next step at which something leaves.
 */
final class WindowsOfSegment extends KeyedProcessFunction<String, SegmentChange, ScoreRow> {
    static final OutputTag<PaneSums> PANES = new OutputTag<>("satisfaction-panes", DomainTypes.of(PaneSums.class));

    private final SatisfactionSettings settings;
    private final List<WindowGrid> grids;
    private transient MapState<GridTimeState, KnownState> waiting;
    private transient MapState<GridTimeState, byte[]> panes;
    private transient MapState<Long, GridState> standings;

    @SuppressWarnings("NullAway.Init")
    WindowsOfSegment(SatisfactionSettings settings) {
        this.settings = settings;
        this.grids = settings.grids();
    }

    @Override
    public void open(OpenContext context) {
        TypeInformation<GridTimeState> gridTime = TypeInformation.of(GridTimeState.class);
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("waiting", gridTime, TypeInformation.of(KnownState.class)));
        panes = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "panes", gridTime, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        standings = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("standings", Types.LONG, TypeInformation.of(GridState.class)));
    }

    @Override
    public void processElement(SegmentChange change, Context context, Collector<ScoreRow> out) throws Exception {
        TimerService timers = context.timerService();
        for (WindowGrid grid : grids) {
            long step = grid.stepFor(Math.max(change.knownAt(), afterWatermark(timers)));
            GridTimeState key = new GridTimeState(grid.step(), step);
            KnownState known = waiting.get(key);
            if (known == null) {
                timers.registerEventTimeTimer(step);
                AwaitedTimes.add(step);
            }
            waiting.put(
                    key,
                    (known == null ? KnownState.NOTHING : known)
                            .with(grid.paneOf(change.occurredAt()), change.tallies()));
        }
    }

    /** Steps up to the watermark have been told: a score that was not waited for changes the next one. */
    private static long afterWatermark(TimerService timers) {
        return timers.currentWatermark() == Long.MAX_VALUE ? Long.MIN_VALUE : timers.currentWatermark() + 1;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ScoreRow> out) throws Exception {
        if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
            // After the END of a replay time stands still: what would happen later has not happened.
            return;
        }
        boolean isUsed = false;
        for (WindowGrid grid : grids) {
            if (timestamp % grid.step() == 0) {
                isUsed |= advance(grid, timestamp, context, out);
            }
        }
        if (!isUsed) {
            forgetRetired();
        }
    }

    /** A timer that no grid waits for may be one of a grid that is no longer in the settings: its state goes with it. */
    private void forgetRetired() throws Exception {
        Set<Long> steps = grids.stream().map(WindowGrid::step).collect(Collectors.toSet());
        remove(standings, step -> !steps.contains(step));
        remove(panes, pane -> !steps.contains(pane.step()));
        remove(waiting, step -> !steps.contains(step.step()));
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

    /** Whether there was anything to do. */
    private boolean advance(WindowGrid grid, long step, OnTimerContext context, Collector<ScoreRow> out)
            throws Exception {
        GridTimeState key = new GridTimeState(grid.step(), step);
        KnownState known = waiting.get(key);
        GridState state = standings.get(grid.step());
        boolean isDue = state != null && state.timer() != null && state.timer() <= step;
        if (known == null && !isDue) {
            return false;
        }
        waiting.remove(key);
        GridStanding standing =
                state == null ? GridStanding.unknown(grid.step(), step - grid.step()) : state.toDomain(grid);
        GridAdvance advance = SegmentWindows.advance(
                grid,
                standing,
                new StoredPanes(grid.step(), panes),
                step,
                (known == null ? KnownState.NOTHING : known).toDomain());
        tell(grid, advance, context, out);
        keep(grid, advance, state == null || isDue ? null : state.timer(), context.timerService());
        return true;
    }

    private void tell(WindowGrid grid, GridAdvance advance, OnTimerContext context, Collector<ScoreRow> out) {
        Segment segment = Segment.parse(context.getCurrentKey());
        advance.rows().forEach(row -> out.collect(row.scores(segment, settings.metricsIn(row.window()))));
        advance.panes().forEach(pane -> context.output(PANES, PaneSums.of(segment, pane, settings.metrics())));
    }

    /** @param timer that is still to come for this grid */
    private void keep(WindowGrid grid, GridAdvance advance, @Nullable Long timer, TimerService timers)
            throws Exception {
        if (advance.standing().isNothing()) {
            standings.remove(grid.step());
            if (timer != null && !isWanted(timer)) {
                timers.deleteEventTimeTimer(timer);
            }
            return;
        }
        Long next = timer;
        if (advance.next().isPresent() && (timer == null || advance.next().getAsLong() < timer)) {
            next = advance.next().getAsLong();
            timers.registerEventTimeTimer(next);
            AwaitedTimes.add(next);
        }
        standings.put(grid.step(), GridState.of(grid, advance.standing(), next));
    }

    /** Whether something else waits for the same time: equal timers of a key are one. */
    private boolean isWanted(long timer) throws Exception {
        for (WindowGrid grid : grids) {
            GridState state = standings.get(grid.step());
            boolean isTimed = state != null && state.timer() != null && state.timer() == timer;
            if (isTimed || waiting.contains(new GridTimeState(grid.step(), timer))) {
                return true;
            }
        }
        return false;
    }
}
