package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.group.GroupAdvance;
import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.group.GroupStory;
import io.satisflow.flink.state.StoredRecord;
import io.satisflow.wire.Notification;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Moves a group of alerts forward, in event time only (rule T4), and says what its receiver is to be told. */
final class AlertGroups extends KeyedProcessFunction<String, RoutedAlert, Notification> {
    private final AlertSettings settings;
    private transient StoredRecord<AlertGroupState> groupState;
    private transient AlertRecords records;

    AlertGroups(AlertSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        groupState = new StoredRecord<>(getRuntimeContext(), "group", AlertGroupState.class);
        records = new AlertRecords(settings);
    }

    @Override
    public void processElement(RoutedAlert routed, Context context, Collector<Notification> out) throws IOException {
        AlertGroupState stored = groupState.value();
        AlertGroupState group =
                stored == null ? new AlertGroupState(routed.key(), GroupState.EMPTY, EventTimers.NONE) : stored;
        EventTimers timers = group.timers().with(routed.alert().asOf(), context.timerService()::registerEventTimeTimer);
        groupState.update(group.with(group.group().with(routed.alert())).with(timers));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Notification> out) throws IOException {
        AlertGroupState group = groupState.value();
        boolean ended = context.timerService().currentWatermark() == Long.MAX_VALUE;
        if (group == null || ended) {
            // After the END of a replay time stands still: what would happen later has not happened.
            return;
        }
        GroupAdvance advance = GroupStory.advance(
                group.group(), group.key(), settings.routes().timing(group.key()), Instant.ofEpochMilli(timestamp));
        advance.notices().forEach(notice -> out.collect(records.toWire(notice)));
        EventTimers timers = group.timers().without(timestamp);
        if (advance.state().isEmpty()) {
            timers.set().forEach(context.timerService()::deleteEventTimeTimer);
            groupState.clear();
            return;
        }
        groupState.update(group.with(advance.state())
                .with(advance.next()
                        .map(next -> timers.with(next, context.timerService()::registerEventTimeTimer))
                        .orElse(timers)));
    }
}
