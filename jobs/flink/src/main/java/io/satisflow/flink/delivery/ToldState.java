package io.satisflow.flink.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What a receiver was told of an alert last.
 *
 * @param notification its id
 * @param revision of the alert: since when it stood as it was told, epoch milliseconds
 * @param reference what the tool calls the message, if it can be changed; null when it cannot
 */
public record ToldState(
        @Nullable String notification,
        @Nullable Long revision,
        @Nullable String reference) {

    boolean isNewerThan(String id, long otherRevision) {
        return revision != null && (revision > otherRevision || (revision == otherRevision && id.equals(notification)));
    }
}
