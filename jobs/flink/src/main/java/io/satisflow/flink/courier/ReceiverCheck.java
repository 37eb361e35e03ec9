package io.satisflow.flink.courier;

import io.satisflow.hook.HookReceiver;
import io.satisflow.hook.HookTarget;
import java.util.List;
import java.util.stream.Stream;

/** What would keep a receiver from ever being told, as far as it shows without calling it. */
public final class ReceiverCheck {
    private ReceiverCheck() {}

    /** A sentence for each problem, with the receiver's name and without a secret; empty when all is well. */
    public static List<String> problems(List<HookReceiver> receivers, Environment environment) {
        return receivers.stream()
                .flatMap(receiver -> problems(receiver, environment))
                .toList();
    }

    private static Stream<String> problems(HookReceiver receiver, Environment environment) {
        List<String> unset = HookTarget.unset(receiver.name(), receiver.settings(), environment::variable);
        if (!unset.isEmpty()) {
            return unset.stream();
        }
        try (Messenger messenger = Messenger.to(receiver.name(), receiver.settings(), environment)) {
            return Stream.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Stream.of(String.valueOf(e.getMessage()));
        }
    }
}
