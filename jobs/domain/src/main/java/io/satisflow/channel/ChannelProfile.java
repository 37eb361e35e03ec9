package io.satisflow.channel;

import io.satisflow.sla.TicketEnd;
import java.io.Serializable;

/**
 * What a channel is, apart from where its values stand.
 *
 * @param ticketEnd when a ticket of this channel counts as solved, and when it is forgotten
 * @param textLimit code points of the longest text that is taken
 * @param recordLimit bytes of the largest record that is taken
 */
record ChannelProfile(String channel, ChannelKind kind, TicketEnd ticketEnd, int textLimit, int recordLimit)
        implements Serializable {
    static final int DEFAULT_TEXT_LIMIT = 10_000;
    static final int DEFAULT_RECORD_LIMIT = 1 << 20;
}
