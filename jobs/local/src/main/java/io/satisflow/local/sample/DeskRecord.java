package io.satisflow.local.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One record that the made-up help desk sends, as JSON. */
public final class DeskRecord implements Comparable<DeskRecord> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<DeskRecord> ORDER =
            Comparator.comparing(DeskRecord::at).thenComparing(record -> record.json.toString());

    private final Instant at;
    private final ObjectNode json = JSON.createObjectNode();

    DeskRecord(Instant at, String type, @Nullable Caller caller) {
        this.at = at;
        json.put("at", at.toString()).put("type", type);
        if (caller != null) {
            json.put("customer", caller.id())
                    .put("tier", caller.tier())
                    .put("product", caller.product())
                    .put("order", caller.order());
        }
    }

    DeskRecord of(Ticket ticket) {
        json.put("kind", ticket.complains() ? "complaint" : "question").put("via", ticket.via());
        ObjectNode inner = json.putObject("ticket").put("id", ticket.id()).put("team", ticket.team());
        if (ticket.agent() != null) {
            inner.put("agent", ticket.agent());
        }
        return this;
    }

    DeskRecord kind(String kind) {
        return put("kind", kind);
    }

    DeskRecord put(String name, String value) {
        json.put(name, value);
        return this;
    }

    DeskRecord status(String status) {
        json.withObject("/ticket").put("status", status);
        return this;
    }

    DeskRecord say(String text) {
        return put("text", text);
    }

    DeskRecord answer(String question, int answer) {
        json.withObject("/answers").put(question, answer);
        return this;
    }

    /** When it happened. */
    public Instant at() {
        return at;
    }

    /** @param number of the record, by which it is told from all others */
    public String line(int number) {
        return json.deepCopy().put("id", "e-" + number).toString();
    }

    @Override
    public int compareTo(DeskRecord other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeskRecord record && at.equals(record.at) && json.equals(record.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
