package io.satisflow.flink.delivery;

import io.satisflow.flink.courier.Messenger;
import io.satisflow.flink.courier.Teller;
import io.satisflow.hook.HookReceiver;
import java.util.List;

/**
 * Who is told, and by whom.
 *
 * @param receivers that have a hook
 * @param externalUrl of the wall, for links; empty when it is not known
 * @param tellers that bring messages to receivers
 */
public record DeliveryOptions(List<HookReceiver> receivers, String externalUrl, Teller.Factory tellers) {
    public DeliveryOptions {
        receivers = List.copyOf(receivers);
    }

    /** Over the receivers' own hooks, with secrets from the environment. */
    public static DeliveryOptions of(List<HookReceiver> receivers, String externalUrl) {
        return new DeliveryOptions(
                receivers, externalUrl, receiver -> Messenger.to(receiver.name(), receiver.settings(), System::getenv));
    }
}
