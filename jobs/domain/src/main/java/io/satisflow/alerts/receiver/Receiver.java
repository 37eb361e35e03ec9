package io.satisflow.alerts.receiver;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who can be told.
 *
 * @param webhook null for one that reads the topic of notifications, such as the terminal
 */
public record Receiver(
        String name, Language language, @Nullable WebhookReceiver webhook) implements Serializable {}
