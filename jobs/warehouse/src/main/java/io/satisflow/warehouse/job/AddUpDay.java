package io.satisflow.warehouse.job;

import io.satisflow.flink.state.StoredRecords;
import io.satisflow.warehouse.rows.DayRows;
import io.satisflow.warehouse.rows.PaneState;
import io.satisflow.warehouse.table.TableRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Table daily: the panes of a segment on one day of the zone, added up; a later word on a pane takes the place of the earlier. A
 * day on which nothing can be corrected any more is forgotten, and its rows stay as they are.
 */
final class AddUpDay extends KeyedProcessFunction<String, PaneState, TableRow> {
    private final ZoneId zone;
    private final Duration forgetAfter;

    private transient StoredRecords<Long, PaneState> panes;
    private transient MapState<String, Double> sums;
    private transient ToldRows told;
    private transient ValueState<Boolean> forgotten;

    /** @param forgetAfter the end of a day */
    AddUpDay(ZoneId zone, Duration forgetAfter) {
        this.zone = zone;
        this.forgetAfter = forgetAfter;
    }

    static String keyOf(PaneState pane, ZoneId zone) {
        return day(pane, zone) + " " + new TreeMap<>(pane.segment());
    }

    private static LocalDate day(PaneState pane, ZoneId zone) {
        return Instant.ofEpochMilli(pane.from()).atZone(zone).toLocalDate();
    }

    @Override
    public void open(OpenContext context) {
        panes = new StoredRecords<>(getRuntimeContext(), "panes", Types.LONG, PaneState.class);
        sums = getRuntimeContext().getMapState(new MapStateDescriptor<>("sums", Types.STRING, Types.DOUBLE));
        told = new ToldRows(getRuntimeContext());
        forgotten = getRuntimeContext().getState(new ValueStateDescriptor<>("forgotten", Types.BOOLEAN));
    }

    @Override
    public void processElement(PaneState pane, Context context, Collector<TableRow> out) throws Exception {
        PaneState earlier = panes.get(pane.from());
        if (forgotten.value() != null || (earlier != null && earlier.asOf() > pane.asOf())) {
            return;
        }
        add(earlier, -1);
        add(pane, 1);
        panes.put(pane.from(), pane);
        context.timerService().registerEventTimeTimer(pane.asOf());
        context.timerService().registerEventTimeTimer(forgetAt(pane));
    }

    private long forgetAt(PaneState pane) {
        return day(pane, zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .plus(forgetAfter)
                .toEpochMilli();
    }

    private void add(@Nullable PaneState pane, int sign) throws Exception {
        if (pane == null) {
            return;
        }
        for (Map.Entry<String, Double> sum : pane.sums().entrySet()) {
            Double before = sums.get(sum.getKey());
            sums.put(sum.getKey(), (before == null ? 0 : before) + sign * sum.getValue());
        }
    }

    @Override
    public void onTimer(long boundary, OnTimerContext context, Collector<TableRow> out) throws Exception {
        if (forgotten.value() != null) {
            return;
        }
        PaneState any = panes.values().iterator().next();
        Map<String, Double> all = new TreeMap<>();
        for (Map.Entry<String, Double> sum : sums.entries()) {
            all.put(sum.getKey(), sum.getValue());
        }
        for (TableRow row : DayRows.of(any.segment(), day(any, zone), all, Instant.ofEpochMilli(boundary))) {
            told.tell(row, out);
        }
        if (boundary == forgetAt(any)) {
            panes.clear();
            sums.clear();
            told.clear();
            forgotten.update(true);
        }
    }
}
