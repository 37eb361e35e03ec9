package io.satisflow.channel.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.privacy.Redaction;
import io.satisflow.ticket.TicketEnd;
import java.io.Serializable;
import java.util.List;

/**
 * What a channel is, apart from where its values stand.
 *
 * @param ticketEnd when a ticket of this channel counts as solved, and when it is forgotten
 * @param textLimit code points of the longest text that is taken
 * @param recordLimit bytes of the largest record that is taken
 * @param unwrap where the record proper may stand in what carries it; the first place with an object counts
 * @param redaction of what customers write
 */
public record ChannelProfile(
        String channel,
        ChannelKind kind,
        TicketEnd ticketEnd,
        int textLimit,
        int recordLimit,
        List<JsonPointer> unwrap,
        Redaction redaction)
        implements Serializable {
    public static final int DEFAULT_TEXT_LIMIT = 10_000;
    public static final int DEFAULT_RECORD_LIMIT = 1 << 20;

    public JsonNode unwrapped(JsonNode json) {
        return unwrap.stream()
                .map(json::at)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(json);
    }
}
