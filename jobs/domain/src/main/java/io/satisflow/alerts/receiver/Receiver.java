package io.satisflow.alerts.receiver;

import io.satisflow.hook.HookReceiver;
import java.io.Serializable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who can be told.
 *
 * @param zone of the times in what it is told
 * @param hook null for one that reads the topic of notifications, such as the terminal
 */
public record Receiver(
        String name,
        Language language,
        ZoneId zone,
        @Nullable HookReceiver hook) implements Serializable {}
