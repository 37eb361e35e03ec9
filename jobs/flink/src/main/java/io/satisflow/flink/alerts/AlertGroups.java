package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.NotificationWriter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Moves a group of alerts forward, in event time only (rule T4), and says what its receiver is to be told. */
final class AlertGroups extends KeyedProcessFunction<String, RoutedAlert, Notification> {
    private final AlertSettings settings;
    private transient GroupRows rows;
    private transient NotificationWriter writer;

    AlertGroups(AlertSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        rows = new GroupRows(getRuntimeContext(), settings);
        writer = new NotificationWriter(settings::languageOf, settings::zoneOf);
    }

    @Override
    public void processElement(RoutedAlert routed, Context context, Collector<Notification> out) throws Exception {
        rows.add(routed, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Notification> out) throws Exception {
        for (Notice notice : rows.advance(timestamp, context.timerService(), AlertControls.NONE)) {
            out.collect(writer.write(notice));
        }
    }
}
