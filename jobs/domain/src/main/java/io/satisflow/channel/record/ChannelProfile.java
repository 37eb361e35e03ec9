package io.satisflow.channel.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.privacy.Redaction;
import io.satisflow.ticket.TicketEnd;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What a channel is, apart from where its values stand.
 *
 * @param ticketEnd when a ticket of this channel counts as solved, and when it is forgotten
 * @param textLimit code points of the longest text that is taken
 * @param recordLimit bytes of the largest record that is taken
 * @param unwrap where the record proper may stand in what carries it; the first place with an object, a list, or a text
 *     that is JSON counts
 * @param redaction of what customers write
 * @param records where the list of records may stand in a page of them; none when each comes by itself
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
        List<JsonPointer> records,
        Arrival arrival,
        FileFormat file)
        implements Serializable {
    public static final int DEFAULT_TEXT_LIMIT = 10_000;
    public static final int DEFAULT_RECORD_LIMIT = 1 << 20;
    private static final String KEY = "key";

    /** In which order the records of a file came in. */
    public enum Arrival {
        /** By their times: exports begin with the newest, or with anything. */
        TIME,
        /** As they stand in the file, which was written as they came in; some of them late. */
        FILE
    }

    /**
     * The records in a payload: itself, what it carries, or each of a page.
     *
     * @param isRecord whether an object is one by itself, for pages that hold a single record in the place of the list, or
     *     records by their keys
     */
    public List<JsonNode> recordsIn(JsonNode json, Predicate<JsonNode> isRecord) {
        JsonNode carried = listIn(json).map(json::at).orElseGet(() -> unwrapped(json));
        if (carried.isArray()) {
            return StreamSupport.stream(carried.spliterator(), false)
                    .map(this::unwrapped)
                    .toList();
        }
        boolean isOfKeys = carried != json
                && carried.isObject()
                && listIn(json).isPresent()
                && !isRecord.test(carried)
                && StreamSupport.stream(carried.spliterator(), false).allMatch(JsonNode::isObject);
        return isOfKeys ? byKey((ObjectNode) carried) : List.of(carried);
    }

    /** Where this page holds its records; empty when it is none. */
    public Optional<JsonPointer> listIn(JsonNode json) {
        return records.stream()
                .filter(place -> json.at(place).isContainerNode())
                .findFirst();
    }

    /** Each with its key as {@code key}, unless it has a member of that name. */
    private static List<JsonNode> byKey(ObjectNode members) {
        List<JsonNode> records = new ArrayList<>();
        members.properties().forEach(member -> {
            ObjectNode record = member.getValue().deepCopy();
            record.putIfAbsent(KEY, record.textNode(member.getKey()));
            records.add(record);
        });
        return records;
    }

    private JsonNode unwrapped(JsonNode json) {
        return unwrap.stream()
                .map(json::at)
                .map(JsonPayload::within)
                .filter(JsonNode::isContainerNode)
                .findFirst()
                .orElse(json);
    }
}
