package io.satisflow.channel;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is, apart from where its values stand.
 *
 * @param solvedAfter the silence after which a ticket counts as solved; null when the source says so itself
 * @param textLimit code points of the longest text that is taken
 * @param recordLimit bytes of the largest record that is taken
 */
record ChannelProfile(
        String channel, ChannelKind kind, @Nullable Duration solvedAfter, int textLimit, int recordLimit)
        implements Serializable {
    static final int DEFAULT_TEXT_LIMIT = 10_000;
    static final int DEFAULT_RECORD_LIMIT = 1 << 20;
}
