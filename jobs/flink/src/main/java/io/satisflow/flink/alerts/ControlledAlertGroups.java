package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.NotificationWriter;
import io.satisflow.flink.state.StateFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** {@link AlertGroups} that heed what people say: acknowledgements and silences, each from its instant on. */
final class ControlledAlertGroups
        extends KeyedBroadcastProcessFunction<String, RoutedAlert, AlertControl, Notification> {
    static final MapStateDescriptor<String, byte[]> CONTROLS =
            new MapStateDescriptor<>("controls", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final StateFormat<AlertControl> CONTROL = new StateFormat<>(AlertControl.class);

    private final AlertSettings settings;
    private transient GroupRows rows;
    private transient NotificationWriter writer;

    ControlledAlertGroups(AlertSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        rows = new GroupRows(getRuntimeContext(), settings);
        writer = new NotificationWriter(settings::languageOf, settings::zoneOf);
    }

    @Override
    public void processElement(RoutedAlert routed, ReadOnlyContext context, Collector<Notification> out)
            throws Exception {
        rows.add(routed, context.timerService());
    }

    @Override
    public void processBroadcastElement(AlertControl control, Context context, Collector<Notification> out)
            throws Exception {
        context.getBroadcastState(CONTROLS).put(control.kind() + "/" + control.id(), CONTROL.write(control));
        Instant at = Instant.ofEpochMilli(
                Math.max(context.currentWatermark(), control.effectiveAt().toEpochMilli()));
        context.applyToKeyedState(
                new ValueStateDescriptor<>(GroupRows.HEADER, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO),
                (key, state) -> {
                    byte[] group = state.value();
                    if (group != null) {
                        state.update(GroupRows.touched(group, at));
                    }
                });
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Notification> out) throws Exception {
        List<AlertControl> said = new ArrayList<>();
        ReadOnlyBroadcastState<String, byte[]> controls = context.getBroadcastState(CONTROLS);
        for (Map.Entry<String, byte[]> entry : controls.immutableEntries()) {
            said.add(CONTROL.read(entry.getValue()));
        }
        for (Notice notice : rows.advance(timestamp, context.timerService(), AlertControls.of(said))) {
            out.collect(writer.write(notice));
        }
    }
}
