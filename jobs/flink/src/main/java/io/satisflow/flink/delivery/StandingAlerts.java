package io.satisflow.flink.delivery;

import io.satisflow.alerts.group.NoticeReason;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.flink.state.StoredRecords;
import io.satisflow.id.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells what goes on again, and again, for receivers that forget it otherwise. An alert of which nothing has been heard for a
 * day is let go: its end may have come while it was silenced, and then nobody is told of it.
 */
final class StandingAlerts extends KeyedProcessFunction<String, Notification, Notification> {
    private static final long serialVersionUID = 1L;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int ALERTS_A_MESSAGE = 100;
    private static final String ID = "again-";

    private final Map<String, Duration> intervals;
    private transient StoredRecords<String, StandingState> standing;

    /** @param intervals by receiver */
    StandingAlerts(Map<String, Duration> intervals) {
        this.intervals = new TreeMap<>(intervals);
    }

    static boolean isResend(Notification notification) {
        return notification.id().startsWith(ID);
    }

    @Override
    public void open(OpenContext context) {
        standing = new StoredRecords<>(getRuntimeContext(), "standing", Types.STRING, StandingState.class);
    }

    @Override
    public void processElement(Notification notification, Context context, Collector<Notification> out)
            throws Exception {
        long until = context.timerService().currentProcessingTime() + KEPT.toMillis();
        for (WordedAlert alert : notification.alerts()) {
            if (alert.alert().endedAt() == null) {
                standing.put(alert.id(), new StandingState(alert, until));
            } else {
                standing.remove(alert.id());
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
        List<WordedAlert> alerts = new ArrayList<>();
        for (Map.Entry<String, StandingState> entry : standing.all().entrySet()) {
            @Nullable WordedAlert alert = entry.getValue().alert();
            @Nullable Long until = entry.getValue().until();
            if (alert == null || until == null || until <= timestamp) {
                standing.remove(entry.getKey());
            } else {
                alerts.add(alert);
            }
        }
        for (int from = 0; from < alerts.size(); from += ALERTS_A_MESSAGE) {
            List<WordedAlert> some = alerts.subList(from, Math.min(alerts.size(), from + ALERTS_A_MESSAGE));
            out.collect(again(context.getCurrentKey(), timestamp, from, some));
        }
        if (!alerts.isEmpty()) {
            wake(context);
        }
    }

    private static Notification again(String receiver, long at, int from, List<WordedAlert> alerts) {
        return new Notification(
                ID + DerivedId.of("again", receiver, at, from),
                Instant.ofEpochMilli(at),
                receiver,
                Map.of(),
                NoticeReason.REPEAT,
                Language.ENGLISH,
                "",
                "",
                alerts,
                0,
                Map.of());
    }
}
