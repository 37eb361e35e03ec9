package io.satisflow.channel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.sla.TicketEnd;
import java.io.Serializable;
import java.util.List;

/**
 * What a channel is, apart from where its values stand.
 *
 * @param ticketEnd when a ticket of this channel counts as solved, and when it is forgotten
 * @param textLimit code points of the longest text that is taken
 * @param recordLimit bytes of the largest record that is taken
 * @param unwrap where the record proper may stand in what carries it; the first place with an object counts
 */
record ChannelProfile(
        String channel, ChannelKind kind, TicketEnd ticketEnd, int textLimit, int recordLimit, List<JsonPointer> unwrap)
        implements Serializable {
    static final int DEFAULT_TEXT_LIMIT = 10_000;
    static final int DEFAULT_RECORD_LIMIT = 1 << 20;

    JsonNode unwrapped(JsonNode json) {
        return unwrap.stream()
                .map(json::at)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(json);
    }
}
