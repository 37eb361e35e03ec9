package io.satisflow.flink.delivery;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.flink.courier.Messenger;
import io.satisflow.flink.courier.Teller;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.hook.HookReceiver;
import io.satisflow.ledger.DeadLetter;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Brings notifications to the receivers that have a hook. A replay must not build this: what it finds has been told.
 *
 * <pre>
 * notifications -> those with a hook -> by receiver -> delivery-ledger --+-> deliveries
 *                                                                        +-> given up, overdue -> dead letters
 * </pre>
 */
public final class DeliveryPipeline {
    private DeliveryPipeline() {}

    /** @param externalUrl of the wall, for links; empty when it is not known */
    public static DeliveryStreams build(
            DataStream<Notification> notifications, List<HookReceiver> receivers, String externalUrl) {
        return build(
                notifications,
                receivers,
                externalUrl,
                receiver -> Messenger.to(receiver.name(), receiver.settings(), System::getenv));
    }

    /** @param tellers that bring messages to receivers */
    public static DeliveryStreams build(
            DataStream<Notification> notifications,
            List<HookReceiver> receivers,
            String externalUrl,
            Teller.Factory tellers) {
        List<String> hooked = receivers.stream().map(HookReceiver::name).toList();
        DataStream<Delivery> deliveries = notifications
                .filter(notification -> hooked.contains(notification.receiver()))
                .name("hooked-notifications")
                .uid("hooked-notifications")
                .keyBy(Notification::receiver, Types.STRING)
                .process(new DeliveryLedger(receivers, externalUrl, tellers))
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
}
