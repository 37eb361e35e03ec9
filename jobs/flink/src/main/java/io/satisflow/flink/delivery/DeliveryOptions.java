package io.satisflow.flink.delivery;

import io.satisflow.flink.courier.Messenger;
import io.satisflow.flink.courier.Teller;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.hook.HookReceiver;
import java.util.List;

/**
 * Who is told, and by whom.
 *
 * @param receivers that have a hook
 * @param externalUrl of the wall, for links; empty when it is not known
 * @param tellers that bring messages to receivers
 * @param journals where it is noted what was posted
 */
public record DeliveryOptions(
        List<HookReceiver> receivers, String externalUrl, Teller.Factory tellers, DeliveryJournal.Factory journals) {
    public DeliveryOptions {
        receivers = List.copyOf(receivers);
    }

    /** What was told is noted nowhere but in checkpoints. */
    public DeliveryOptions(List<HookReceiver> receivers, String externalUrl, Teller.Factory tellers) {
        this(receivers, externalUrl, tellers, DeliveryJournal.Factory.NONE);
    }

    /**
     * Over the receivers' own hooks, with secrets from the environment.
     *
     * @param kafka where it is noted what was posted
     */
    public static DeliveryOptions of(List<HookReceiver> receivers, String externalUrl, KafkaConnection kafka) {
        return new DeliveryOptions(
                receivers,
                externalUrl,
                receiver -> Messenger.to(receiver.name(), receiver.settings(), System::getenv),
                receivers.isEmpty() ? DeliveryJournal.Factory.NONE : DeliveryJournal.Factory.in(kafka));
    }
}
