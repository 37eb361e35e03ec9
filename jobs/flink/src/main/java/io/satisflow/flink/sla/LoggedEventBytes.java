package io.satisflow.flink.sla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A logged event as bytes: what a busy ticket reads and writes most. The first byte is the version of the layout; a new
 * layout gets a new number, and the old ones stay readable. Words that most events use take one byte each.
 *
 * <pre>
 * version 1: id, type, occurred_at, known_at, number of details, (name, value)*, topic, partition, offset, row or -1
 * word:      its place in {@link #WORDS} from 1, or 0 and the text
 * </pre>
 */
public final class LoggedEventBytes {
    private static final int VERSION = 1;
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
            "major");

    private static final Map<String, Integer> PLACES = places();

    private final DataOutputSerializer out = new DataOutputSerializer(128);
    private final DataInputDeserializer in = new DataInputDeserializer();

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        WORDS.forEach(word -> places.put(word, places.size() + 1));
        return Map.copyOf(places);
    }

    public byte[] encode(LoggedEvent event) {
        try {
            out.clear();
            out.writeByte(VERSION);
            writeText(event.id());
            writeWord(event.type());
            out.writeLong(event.occurredAt());
            out.writeLong(event.knownAt());
            out.writeShort(event.details().size());
            for (Map.Entry<String, String> detail : event.details().entrySet()) {
                writeWord(detail.getKey());
                writeWord(detail.getValue());
            }
            writeText(event.topic());
            out.writeInt(event.partition());
            out.writeLong(event.offset());
            out.writeLong(event.row() == null ? NO_ROW : event.row());
            return out.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when a later release wrote it */
    public LoggedEvent decode(byte[] bytes) {
        try {
            in.setBuffer(bytes);
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException(
                        "a ticket's log has layout %d, this release reads up to %d; restore with a newer release"
                                .formatted(version, VERSION));
            }
            return new LoggedEvent(
                    readText(),
                    readWord(),
                    in.readLong(),
                    in.readLong(),
                    readDetails(),
                    readText(),
                    in.readInt(),
                    in.readLong(),
                    readRow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> readDetails() throws IOException {
        int count = in.readUnsignedShort();
        Map<String, String> details = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            details.put(readWord(), readWord());
        }
        return details;
    }

    private @Nullable Long readRow() throws IOException {
        long row = in.readLong();
        return row == NO_ROW ? null : row;
    }

    private void writeWord(String word) throws IOException {
        Integer place = PLACES.get(word);
        out.writeByte(place == null ? LITERAL : place);
        if (place == null) {
            writeText(word);
        }
    }

    private String readWord() throws IOException {
        int place = in.readUnsignedByte();
        return place == LITERAL ? readText() : WORDS.get(place - 1);
    }

    private void writeText(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private String readText() throws IOException {
        byte[] utf8 = new byte[in.readInt()];
        in.readFully(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
