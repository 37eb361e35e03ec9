package io.satisflow.flink.delivery;

import io.satisflow.id.DerivedId;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells what goes on again, and again, for receivers that forget it otherwise. An alert of which nothing has been heard for a
 * day is let go: its end may have come while it was silenced, and then nobody is told of it.
 */
final class StandingAlerts extends KeyedProcessFunction<String, Notification, Notification> {
    private static final long serialVersionUID = 1L;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int ALERTS_A_MESSAGE = 100;
    private static final String REASON = "resend";

    private final Map<String, Duration> intervals;
    private transient MapState<String, Alert> standing;

    /** @param intervals by receiver */
    StandingAlerts(Map<String, Duration> intervals) {
        this.intervals = new TreeMap<>(intervals);
    }

    static boolean isResend(Notification notification) {
        return notification.getReason().equals(REASON);
    }

    @Override
    public void open(OpenContext context) {
        MapStateDescriptor<String, Alert> descriptor =
                new MapStateDescriptor<>("standing", Types.STRING, TypeInformation.of(Alert.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(KEPT).build());
        standing = getRuntimeContext().getMapState(descriptor);
    }

    @Override
    public void processElement(Notification notification, Context context, Collector<Notification> out)
            throws Exception {
        for (Alert alert : notification.getAlerts()) {
            if (alert.getEndedAt() == null) {
                standing.put(alert.getId(), alert);
            } else {
                standing.remove(alert.getId());
            }
        }
        wake(context);
    }

    /** Timers of one moment are one, so there is never more than one. */
    private void wake(Context context) {
        long interval = intervals
                .getOrDefault(context.getCurrentKey(), Duration.ofMinutes(1))
                .toMillis();
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer(now - Math.floorMod(now, interval) + interval);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Notification> out) throws Exception {
        List<Alert> alerts = new ArrayList<>();
        standing.values().forEach(alerts::add);
        for (int from = 0; from < alerts.size(); from += ALERTS_A_MESSAGE) {
            List<Alert> some = alerts.subList(from, Math.min(alerts.size(), from + ALERTS_A_MESSAGE));
            out.collect(again(context.getCurrentKey(), timestamp, from, some));
        }
        if (!alerts.isEmpty()) {
            wake(context);
        }
    }

    private static Notification again(String receiver, long at, int from, List<Alert> alerts) {
        return Notification.newBuilder()
                .setId(DerivedId.of(REASON, receiver, at, from))
                .setAt(Instant.ofEpochMilli(at))
                .setReceiver(receiver)
                .setGroup(Map.of())
                .setReason(REASON)
                .setLanguage("en")
                .setTitle("")
                .setText("")
                .setAlerts(new ArrayList<>(alerts))
                .build();
    }
}
