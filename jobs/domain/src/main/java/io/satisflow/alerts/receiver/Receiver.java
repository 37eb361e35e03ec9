package io.satisflow.alerts.receiver;

import io.satisflow.hook.HookReceiver;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who can be told.
 *
 * @param hook null for one that reads the topic of notifications, such as the terminal
 */
public record Receiver(
        String name, Language language, @Nullable HookReceiver hook) implements Serializable {}
