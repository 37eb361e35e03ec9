package io.satisflow.flink.sla;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A logged event within the bytes of its ticket's row. Words that most events use take one byte each.
 *
 * <pre>
 * event: id, type, occurred_at, known_at, number of details, (name, value)*, topic, partition, offset, row or -1
 * word:  its place in {@link #WORDS} from 1, or 0 and the text
 * </pre>
 */
final class LoggedEventBytes {
    private static final long NO_ROW = -1;
    private static final int LITERAL = 0;

    /** State of earlier releases counts on these places: new words go to the end, none is ever taken out. */
    private static final List<String> WORDS = List.of(
            "created",
            "customer_message",
            "agent_reply",
            "internal_note",
            "bot_reply",
            "status",
            "priority",
            "assigned",
            "tags",
            "graded",
            "stage",
            "answered",
            "promise",
            "plan_proposed",
            "follow_up",
            "merged",
            "survey_sent",
            "satisfaction",
            "channel",
            "kind",
            "grade",
            "team",
            "by",
            "to",
            "group",
            "due",
            "outcome",
            "into",
            "product",
            "region",
            "tier",
            "reason",
            "new",
            "open",
            "pending",
            "on_hold",
            "solved",
            "closed",
            "customer",
            "agent",
            "low",
            "normal",
            "high",
            "urgent",
            "complaint",
            "question",
            "request",
            "praise",
            "general",
            "complex",
            "major",
            "sequence",
            "snapshot",
            "created_at",
            "true",
            "first_reply",
            "next_reply",
            "periodic_update",
            "pausable_update",
            "requester_wait",
            "agent_work",
            "total_resolution",
            "group_ownership",
            "assignment",
            "answer",
            "resolution_plan",
            "stage.receive",
            "stage.analyse",
            "stage.resolve",
            "stage.reply",
            "stage.review",
            "outstanding",
            "unknown",
            "over",
            "adopted",
            "bot");

    private static final Map<String, Integer> PLACES = places();

    private LoggedEventBytes() {}

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        WORDS.forEach(word -> places.put(word, places.size() + 1));
        return Map.copyOf(places);
    }

    static void write(LoggedEvent event, DataOutputView out) throws IOException {
        writeText(event.id(), out);
        writeWord(event.type(), out);
        out.writeLong(event.occurredAt());
        out.writeLong(event.knownAt());
        writeDetails(event.details(), out);
        writeText(event.topic(), out);
        out.writeInt(event.partition());
        out.writeLong(event.offset());
        out.writeLong(event.row() == null ? NO_ROW : event.row());
    }

    static LoggedEvent read(DataInputView in) throws IOException {
        String id = readText(in);
        String type = readWord(in);
        long occurredAt = in.readLong();
        long knownAt = in.readLong();
        Map<String, String> details = readDetails(in);
        String topic = readText(in);
        int partition = in.readInt();
        long offset = in.readLong();
        long row = in.readLong();
        return new LoggedEvent(
                id, type, occurredAt, knownAt, details, topic, partition, offset, row == NO_ROW ? null : row);
    }

    static void writeDetails(Map<String, String> details, DataOutputView out) throws IOException {
        out.writeShort(details.size());
        for (Map.Entry<String, String> detail : details.entrySet()) {
            writeWord(detail.getKey(), out);
            writeWord(detail.getValue(), out);
        }
    }

    static Map<String, String> readDetails(DataInputView in) throws IOException {
        int count = in.readUnsignedShort();
        Map<String, String> details = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            details.put(readWord(in), readWord(in));
        }
        return details;
    }

    static void writeWord(String word, DataOutputView out) throws IOException {
        Integer place = PLACES.get(word);
        out.writeByte(place == null ? LITERAL : place);
        if (place == null) {
            writeText(word, out);
        }
    }

    static String readWord(DataInputView in) throws IOException {
        int place = in.readUnsignedByte();
        return place == LITERAL ? readText(in) : WORDS.get(place - 1);
    }

    private static void writeText(String text, DataOutputView out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(DataInputView in) throws IOException {
        byte[] utf8 = new byte[in.readInt()];
        in.readFully(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
