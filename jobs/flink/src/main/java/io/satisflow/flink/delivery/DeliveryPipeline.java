package io.satisflow.flink.delivery;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.wire.Notification;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Brings notifications to the receivers that have a hook. A replay must not build this: what it finds has been told.
 *
 * <pre>
 * notifications -> those with a hook -> by receiver -> delivery-ledger -> delivered or given up
 * </pre>
 */
public final class DeliveryPipeline {
    private DeliveryPipeline() {}

    public static DataStream<Delivery> build(DataStream<Notification> notifications, AlertSettings settings) {
        return build(notifications, settings, System::getenv);
    }

    static DataStream<Delivery> build(
            DataStream<Notification> notifications, AlertSettings settings, Environment environment) {
        List<String> hooked = settings.receivers().stream()
                .filter(receiver -> receiver.webhook() != null)
                .map(Receiver::name)
                .toList();
        return notifications
                .filter(notification -> hooked.contains(notification.getReceiver()))
                .name("hooked-notifications")
                .uid("hooked-notifications")
                .keyBy(Notification::getReceiver, Types.STRING)
                .process(new DeliveryLedger(settings, environment))
                .returns(TypeInformation.of(Delivery.class))
                .name("delivery-ledger")
                .uid("delivery-ledger");
    }
}
