package io.satisflow.flink.delivery;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.Hooks;
import io.satisflow.ledger.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings notifications to the receivers that have a hook. A replay must not build this: what it finds has been told.
 *
 * <pre>
 * notifications -> those with a hook --+---------------------+-> delivery-ledger --+-> deliveries
 *                                      +-> standing-alerts --+   by receiver       +-> given up, overdue -> dead letters
 * </pre>
 */
public final class DeliveryPipeline {
    private DeliveryPipeline() {}

    public static DeliveryStreams build(DataStream<Notification> notifications, DeliveryOptions options) {
        List<HookReceiver> receivers = options.receivers();
        List<String> hooked = receivers.stream().map(HookReceiver::name).toList();
        DataStream<Notification> told = notifications
                .filter(notification -> hooked.contains(notification.receiver()))
                .name("hooked-notifications")
                .uid("hooked-notifications");
        DataStream<Delivery> deliveries = withStanding(told, receivers)
                .keyBy(Notification::receiver, Types.STRING)
                .process(new DeliveryLedger(options))
                .returns(TypeInformation.of(Delivery.class))
                .name("delivery-ledger")
                .uid("delivery-ledger");
        DataStream<DeadLetter> deadLetters = deliveries
                .flatMap(new DeliveryDeadLetters())
                .returns(DomainTypes.of(DeadLetter.class))
                .name("undelivered-notifications")
                .uid("undelivered-notifications");
        return new DeliveryStreams(deliveries, deadLetters);
    }

    /** With what is told again to those who forget it. */
    private static DataStream<Notification> withStanding(DataStream<Notification> told, List<HookReceiver> receivers) {
        Map<String, Duration> intervals = new TreeMap<>();
        for (HookReceiver receiver : receivers) {
            @Nullable
            Duration interval = Hooks.require(receiver.settings().hook()).form().resend();
            if (interval != null) {
                intervals.put(receiver.name(), interval);
            }
        }
        if (intervals.isEmpty()) {
            return told;
        }
        List<String> forgetful = List.copyOf(intervals.keySet());
        return told.union(told.filter(notification -> forgetful.contains(notification.receiver()))
                .name("notifications-to-stand")
                .uid("notifications-to-stand")
                .keyBy(Notification::receiver, Types.STRING)
                .process(new StandingAlerts(intervals))
                .returns(DomainTypes.of(Notification.class))
                .name("standing-alerts")
                .uid("standing-alerts"));
    }
}
