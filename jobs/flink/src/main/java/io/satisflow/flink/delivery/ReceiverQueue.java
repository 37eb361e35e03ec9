package io.satisflow.flink.delivery;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.flink.state.StoredRecords;
import io.satisflow.hook.queue.BatchPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver has not been told yet. A queue of any length costs no memory: each notification is an entry of its own.
 *
 * @param undelivered by number
 * @param ended by alert: the number of the newest notification that says it is over
 */
record ReceiverQueue(StoredRecords<Long, Notification> undelivered, MapState<String, Long> ended) {

    void add(long number, Notification notification) throws Exception {
        undelivered.put(number, notification);
        for (WordedAlert alert : notification.alerts()) {
            if (alert.alert().endedAt() != null) {
                ended.put(alert.id(), number);
            }
        }
    }

    List<Notification> take(long first, int count) throws Exception {
        List<Notification> taken = new ArrayList<>(count);
        for (long number = first; number < first + count; number++) {
            taken.add(get(number));
        }
        return taken;
    }

    void remove(long first, int count) throws Exception {
        for (long number = first; number < first + count; number++) {
            for (WordedAlert alert : get(number).alerts()) {
                @Nullable Long said = ended.get(alert.id());
                if (said != null && said == number) {
                    ended.remove(alert.id());
                }
            }
            undelivered.remove(number);
        }
    }

    Notification get(long number) throws Exception {
        return Objects.requireNonNull(undelivered.get(number), () -> "no notification " + number);
    }

    BatchPlan.Waiting from(long first) {
        return new BatchPlan.Waiting() {
            @Override
            public Instant at(int place) throws Exception {
                return get(first + place).at();
            }

            @Override
            public int alerts(int place) throws Exception {
                return get(first + place).alerts().size();
            }

            @Override
            public boolean isOvertaken(int place) throws Exception {
                boolean anyGoesOn = false;
                for (WordedAlert alert : get(first + place).alerts()) {
                    if (alert.alert().endedAt() == null) {
                        anyGoesOn = true;
                        @Nullable Long said = ended.get(alert.id());
                        if (said == null || said <= first + place) {
                            return false;
                        }
                    }
                }
                return anyGoesOn;
            }
        };
    }
}
