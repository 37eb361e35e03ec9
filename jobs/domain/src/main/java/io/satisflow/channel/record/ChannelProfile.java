package io.satisflow.channel.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.satisflow.privacy.Redaction;
import io.satisflow.ticket.TicketEnd;
import java.io.Serializable;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is, apart from where its values stand.
 *
 * @param ticketEnd when a ticket of this channel counts as solved, and when it is forgotten
 * @param textLimit code points of the longest text that is taken
 * @param recordLimit bytes of the largest record that is taken
 * @param unwrap where the record proper may stand in what carries it; the first place with an object, or a list, counts
 * @param redaction of what customers write
 * @param records where the list of records stands in a page of them; null when each comes by itself
 * @param arrival in which order a file of records is fed
 * @param file how files of records are written
 */
public record ChannelProfile(
        String channel,
        ChannelKind kind,
        TicketEnd ticketEnd,
        int textLimit,
        int recordLimit,
        List<JsonPointer> unwrap,
        Redaction redaction,
        @Nullable JsonPointer records,
        Arrival arrival,
        FileFormat file)
        implements Serializable {
    public static final int DEFAULT_TEXT_LIMIT = 10_000;
    public static final int DEFAULT_RECORD_LIMIT = 1 << 20;

    /** In which order the records of a file came in. */
    public enum Arrival {
        /** By their times: exports begin with the newest, or with anything. */
        TIME,
        /** As they stand in the file, which was written as they came in; some of them late. */
        FILE
    }

    /** The records in a payload: itself, what it carries, or each of a page. */
    public List<JsonNode> recordsIn(JsonNode json) {
        JsonNode list = records == null ? MissingNode.getInstance() : json.at(records);
        JsonNode carried = list.isArray() ? list : unwrapped(json);
        return carried.isArray()
                ? StreamSupport.stream(carried.spliterator(), false)
                        .map(this::unwrapped)
                        .toList()
                : List.of(carried);
    }

    private JsonNode unwrapped(JsonNode json) {
        return unwrap.stream()
                .map(json::at)
                .filter(JsonNode::isContainerNode)
                .findFirst()
                .orElse(json);
    }
}
